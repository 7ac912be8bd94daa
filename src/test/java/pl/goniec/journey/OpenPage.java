package pl.goniec.journey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A page that somebody has open: where it leads, and what its own script would send. */
record OpenPage(String address, String text) {

    static final String VIEW_STATE = "jakarta.faces.ViewState";

    /** In a page it is the value of a field, in an answer to a command its new content. */
    private static final Pattern STATE =
            Pattern.compile("jakarta\\.faces\\.ViewState(?:[^>]*value=\"([^\"]+)\"|[^>]*><!\\[CDATA\\[([^\\]]+)\\])");

    private static final Pattern NONCE = Pattern.compile("csp\\.init\\([\"']([^\"']+)");
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"]*)\"");
    private static final Pattern ACTION =
            Pattern.compile("(?:(\\w+)\\s*=\\s*function\\(\\)\\s*\\{[^{}]*?)?PrimeFaces\\.ab\\(\\{(s:\"[^}]*)\\}");
    private static final Pattern OPTION = Pattern.compile("(?:^|,)([a-z]+):\"([^\"]*)\"");

    /**
     * A button, or a command that the page's script calls by its name.
     *
     * @param name empty for a button
     * @param options what the page tells the script to send: s source, e event, f form, p execute, u render
     */
    record Action(String name, Map<String, String> options) {
        String source() {
            return options.get("s");
        }
    }

    /** Returns the page as it is once an answer has come in. */
    OpenPage after(RawAnswer answer) {
        return new OpenPage(address, answer.text() + text);
    }

    String viewState() {
        return found(STATE);
    }

    /** Returns the addresses of this site that the page links to. */
    Set<String> links() {
        var links = new LinkedHashSet<String>();
        for (var link = LINK.matcher(text); link.find(); ) {
            links.add(link.group(1).replace("&amp;", "&").replace("&quot;", "\""));
        }
        links.removeIf(link -> link.startsWith("//"));
        return links;
    }

    List<Action> actions() {
        var actions = new ArrayList<Action>();
        for (var action = ACTION.matcher(text); action.find(); ) {
            var options = new LinkedHashMap<String, String>();
            for (var option = OPTION.matcher(action.group(2)); option.find(); ) {
                options.put(option.group(1), option.group(2));
            }
            actions.add(new Action(action.group(1) == null ? "" : action.group(1), options));
        }
        return actions;
    }

    /** Returns what the script sends for the command of this name, with parameters of one's own choice. */
    RawRequest command(String name, Map<String, String> parameters) {
        return request(
                actions().stream()
                        .filter(action -> action.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(address + " has no command " + name)),
                parameters);
    }

    /** Returns what the script sends for the button with this id. */
    RawRequest press(String button, Map<String, String> fields) {
        return request(
                actions().stream()
                        .filter(action -> action.source().equals(button))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(address + " has no button " + button)),
                fields);
    }

    RawRequest request(Action action, Map<String, String> parameters) {
        var source = action.source();
        var form = action.options().getOrDefault("f", source.substring(0, Math.max(0, source.lastIndexOf(':'))));
        var fields = new LinkedHashMap<String, String>();
        fields.put("jakarta.faces.partial.ajax", "true");
        fields.put("jakarta.faces.source", source);
        fields.put("jakarta.faces.partial.execute", names(action.options().getOrDefault("p", "@all")));
        fields.put("jakarta.faces.partial.render", names(action.options().getOrDefault("u", "")));
        if (action.options().containsKey("e")) {
            fields.put("jakarta.faces.behavior.event", action.options().get("e"));
            fields.put("jakarta.faces.partial.event", action.options().get("e"));
        }
        fields.put(source, source);
        fields.put(form, form);
        fields.putAll(parameters);
        if (NONCE.matcher(text).find()) {
            fields.put("primefaces.nonce", found(NONCE));
        }
        fields.put(VIEW_STATE, viewState());
        return RawRequest.post(address, fields).ajax();
    }

    /** Returns what the page's form sends when no script is in between. */
    RawRequest submit(Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.put("primefaces.nonce", found(NONCE));
        all.put(VIEW_STATE, viewState());
        return RawRequest.post(address, all);
    }

    /** Returns what the script sends for a file that is chosen in a box: the one to reply in, or the notice's. */
    RawRequest upload(String box, byte[] name, byte[] content) {
        return upload(box + ":pick:upload", box + ":write:files", name, content);
    }

    /** Returns what the script sends for a file that is chosen at any upload. */
    RawRequest upload(String field, String update, byte[] name, byte[] content) {
        var action = new Action("", Map.of("s", field, "p", field, "u", update));
        var request = request(action, Map.of(field + "_totalFilesCount", "1"));
        request.form.removeIf(one -> one.name().equals(field));
        return request.withFile(field, name, content);
    }

    private static String names(String list) {
        return list.replace(',', ' ');
    }

    private String found(Pattern pattern) {
        var matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException(address + " has no " + pattern);
        }
        return matcher.groupCount() < 2 || matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    }
}
