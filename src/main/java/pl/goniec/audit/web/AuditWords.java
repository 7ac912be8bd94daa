package pl.goniec.audit.web;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pl.goniec.audit.api.AuditAction;
import pl.goniec.audit.api.AuditRow;
import pl.goniec.audit.api.AuditView;
import pl.goniec.platform.faces.Messages;
import pl.goniec.platform.faces.Times;

/**
 * Says what a row of the trail is about in a reader's language, with today's names instead of ids. The trail itself has words of its
 * own, which are sealed; what has no words here is shown as it stands there.
 */
final class AuditWords {

    private static final String SEPARATOR = ", ";
    private static final String ISO_DAY = "\\d{4}-\\d{2}-\\d{2}";

    /** How a part of the trail's text looks, and the key of the words for it. */
    private record Rule(Pattern looks, String key) {}

    private static final List<Rule> RULES = List.of(
            rule("company (\\d{1,18})", "company"),
            rule("person (\\d{1,18})", "person"),
            rule("chunk (\\d{1,9})", "part"),
            rule("office", "office"),
            rule("message (\\d+)/(\\d+)", "message"),
            rule("message (\\d+)", "letter"),
            rule("conversation (\\d+) up to (\\d+)", "readUpTo"),
            rule("conversation (\\d+)", "conversation"),
            rule("(\\d+) conversations", "conversations"),
            rule("broadcast (\\d+) to (\\d+) companies", "broadcastTo"),
            rule("broadcast (\\d+) from (\\d+) recipients", "broadcastFrom"),
            rule("broadcast (\\d+)", "broadcast"),
            rule("(\\d+) recipients", "recipients"),
            rule("file (\\d+)", "file"),
            rule("letter (\\d+)", "mail"),
            rule("(\\d+) letters", "mails"),
            rule("(\\d+) rows", "rows"),
            rule("(\\d+) left out", "leftOut"),
            rule("(" + ISO_DAY + ") to (" + ISO_DAY + ")", "days"),
            rule("may start", "mayStart"),
            rule("may not start", "mayNotStart"),
            rule("ENTREPRENEUR|EMPLOYEE", "role"),
            rule("HEAD|CARETAKER|STAFF", "position"),
            rule("to (Goniec\\w+)", "queue"));

    /** Programs write the numbers of their requests as they like: no part of one is taken for ours. */
    private static final Rule REQUEST = rule("request (.*), to (Goniec\\w+), message (\\d+)", "request");

    private final AuditView view;
    private final ResourceBundle texts;
    private final ResourceBundle frame;

    AuditWords(AuditView view, Locale locale) {
        this.view = view;
        this.texts = Messages.bundle("audit", locale);
        this.frame = Messages.bundle("frame", locale);
    }

    private static Rule rule(String looks, String key) {
        return new Rule(Pattern.compile("^(?:" + looks + ")$"), key);
    }

    /** Returns what a row is about; a refusal as it stands, for what was refused is what somebody else has written. */
    String of(AuditRow row) {
        var object = row.object();
        if (row.action() == AuditAction.REFUSED) {
            return object;
        }
        if (object.startsWith("request ")) {
            return said(REQUEST, object).findFirst().orElse(object);
        }
        return Stream.of(object.split(SEPARATOR)).map(this::part).collect(Collectors.joining(SEPARATOR));
    }

    private String part(String part) {
        return RULES.stream().flatMap(rule -> said(rule, part)).findFirst().orElse(part);
    }

    private Stream<String> said(Rule rule, String text) {
        return rule.looks().matcher(text).results().map(found -> words(rule.key(), found));
    }

    private String words(String key, MatchResult found) {
        return switch (key) {
            case "company" -> named(key, view.companies(), found.group(1));
            case "person" -> named(key, view.people(), found.group(1));
            case "part" -> text(key, Long.toString(Long.parseLong(found.group(1)) + 1));
            case "role", "position" -> frame.getString(key + "." + found.group());
            case "days" -> text(key, day(found.group(1)), day(found.group(2)));
            default ->
                text(
                        key,
                        IntStream.rangeClosed(1, found.groupCount())
                                .mapToObj(found::group)
                                .toArray());
        };
    }

    private static String day(String day) {
        return Times.day(LocalDate.parse(day));
    }

    private String named(String kind, Map<Long, String> names, String id) {
        var name = names.get(Long.valueOf(id));
        return name == null ? text(kind + ".gone", id) : text(kind, name);
    }

    private String text(String key, Object... values) {
        return new MessageFormat(texts.getString("object." + key), texts.getLocale()).format(values);
    }
}
