package pl.goniec.conversation.api;

/** A message in one line of a list. */
public final class Preview {

    private static final int LENGTH = 60;

    private Preview() {}

    /** Returns the title, or the first line that says something; at most 60 characters. */
    public static String of(String title, String text) {
        var line = headline(title, text);
        return line.length() <= LENGTH ? line : line.substring(0, LENGTH - 1).stripTrailing() + "…";
    }

    /** Returns the title, or the first line that does not end in a comma, as a salutation does. */
    public static String headline(String title, String text) {
        if (title != null) {
            return title;
        }
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.endsWith(","))
                .findFirst()
                .orElseGet(() -> text.strip().lines().findFirst().orElse(""));
    }
}
