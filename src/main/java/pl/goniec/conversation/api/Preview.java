package pl.goniec.conversation.api;

/** A message in one line of a list. */
public final class Preview {

    private static final int LENGTH = 60;

    private Preview() {}

    /** Returns the title, or the first line that says something; at most 60 characters. */
    public static String of(String title, String text) {
        var line = headline(title, text);
        if (line.length() <= LENGTH) {
            return line;
        }
        // a character outside the basic plane is two, and half of it is none
        int end = Character.isHighSurrogate(line.charAt(LENGTH - 2)) ? LENGTH - 2 : LENGTH - 1;
        return line.substring(0, end).stripTrailing() + "…";
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
