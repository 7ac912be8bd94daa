package pl.goniec.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The operator's recipes as they stand on their page. */
final class Runbook {

    private static final Path PAGE = Path.of("src", "docs", "runbook.md");
    private static final Pattern TITLE = Pattern.compile("(?m)^### (.+)$");
    private static final Pattern BLOCK = Pattern.compile("(?s)```\n(.*?)\n```");

    private Runbook() {}

    /** Returns the titles of all recipes. */
    static List<String> titles() throws IOException {
        return TITLE.matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** Returns the lines of a recipe. */
    static List<String> recipe(String title) throws IOException {
        return recipe(title, Map.of());
    }

    /** Returns the lines of a recipe, with these words of the page replaced by what an operator would write there. */
    static List<String> recipe(String title, Map<String, String> filledIn) throws IOException {
        var page = Files.readString(PAGE);
        int start = page.indexOf("### " + title + "\n");
        var block = BLOCK.matcher(page);
        if (start < 0 || !block.find(start)) {
            throw new IOException("The runbook has no recipe " + title);
        }
        var recipe = block.group(1);
        for (var word : filledIn.entrySet()) {
            if (!recipe.contains(word.getKey())) {
                throw new IOException(title + " does not say " + word.getKey());
            }
            recipe = recipe.replace(word.getKey(), word.getValue());
        }
        return recipe.lines().toList();
    }
}
