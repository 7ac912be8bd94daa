package pl.goniec.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.world.Paper;
import pl.goniec.journey.AbusiveFiles.Abusive;
import pl.goniec.platform.config.Settings;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.DraftId;
import pl.goniec.shared.PersonId;

/** Whatever is chosen as a file is taken for what it is or refused with a sentence, soon and without much memory. */
class AbusiveUploadsIT extends Journey {

    private static final long MOST_MEMORY = 50L * 1024 * 1024;
    private static final Duration LONGEST = Duration.ofSeconds(2);

    /** What a person is told, by the key of the refusal. */
    private static final Map<String, String> SENTENCES = Map.of(
            AbusiveFiles.TYPE,
            "nie można dołączyć",
            AbusiveFiles.HARMFUL,
            "mógłby zaszkodzić",
            AbusiveFiles.EMPTY,
            "jest pusty",
            AbusiveFiles.NAME,
            "nie ma nazwy",
            "attachment.tooLarge",
            "jest za duży");

    private PersonId caretaker;
    private ConversationId conversation;
    private String address;

    private Session session() throws IOException {
        var company = world.company("Firma z plikami");
        caretaker = world.caretaker("Olga Pliczna", company);
        conversation = world.conversation(company, world.entrepreneur(company, "Anna Pliczna"));
        address = "/office/company/conversations.xhtml?company=" + company + "&conversation=" + conversation;
        return Session.as(world.email(caretaker));
    }

    @Test
    void everyAbusiveFileGetsItsVerdict() throws Exception {
        var session = session();
        var files = AbusiveFiles.all();
        var faults = new Faults();
        for (var file : files) {
            var answer = upload(session, file);
            faults.expect(told(file), verdict(answer), file.verdict());
            faults.expect(told(file) + " cookie", answer.header("set-cookie").contains("taken"), false);
        }
        Effort.say("abusive uploads: {0}", files.size());
        faults.assertNone();
        assertThat(files).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void oneByteMoreThanTheLimitIsRefusedBeforeItIsStored() throws Exception {
        var session = session();
        var limit = (int) new Settings().maxFileBytes();
        var tooLarge = new Abusive(
                "za duży.txt", "a".repeat(limit + 1).getBytes(StandardCharsets.UTF_8), "attachment.tooLarge");
        long stored = number("SELECT COUNT(*) FROM content");

        assertThat(verdict(upload(session, tooLarge))).isEqualTo(tooLarge.verdict());
        assertThat(number("SELECT COUNT(*) FROM content")).isEqualTo(stored);
    }

    @Test
    void aBombIsRefusedBeforeItGoesOff() throws Exception {
        session();
        var faults = new Faults();
        for (var bomb : AbusiveFiles.bombs()) {
            var draft = as(caretaker, () -> drafts.of(conversation).id());
            var attached = as(caretaker, () -> attach(draft, bomb));
            Effort.say(
                    "{0}: {1} bytes in {2}, {3} bytes of memory",
                    bomb.name(), bomb.content().length, attached.time(), attached.memory());
            faults.expect(bomb.name(), attached.verdict(), bomb.verdict());
            faults.expect(bomb.name() + " takes " + attached, attached.time().compareTo(LONGEST) <= 0, true);
            faults.expect(bomb.name() + " takes " + attached, attached.memory() <= MOST_MEMORY, true);
        }
        faults.assertNone();
    }

    @Test
    void aPartOfAFileIsNoFile() throws Exception {
        var session = session();
        for (var range : List.of("bytes 0-9/100", "bytes 90-99/100", "bytes x-y/z", "bytes 5-1/0")) {
            var request = session.open(address)
                    .upload("reply", bytes("część.txt"), bytes("0123456789"))
                    .header("Content-Range", range)
                    .header("X-File-Id", "../../../../tmp/x");

            var answer = session.send(request);

            assertThat(answer.text()).as(range).doesNotContain("część.txt");
            assertThat(files()).as(range).isEmpty();
        }
    }

    /** What became of a file, how long that took, and how much memory the thread took for it. */
    private record Attached(String verdict, Duration time, long memory) {}

    private Attached attach(DraftId draft, Abusive file) throws JMException {
        long before = allocated();
        long start = System.nanoTime();
        var verdict = verdict(draft, file);
        return new Attached(verdict, Duration.ofNanos(System.nanoTime() - start), allocated() - before);
    }

    private String verdict(DraftId draft, Abusive file) {
        try {
            return drafts.attach(draft, Paper.bytes(file.name(), file.content()))
                    .mediaType();
        } catch (BusinessException e) {
            return e.key();
        }
    }

    /** Returns what this thread has taken of the memory so far; the class that has it is not one that the server shows. */
    private static long allocated() throws JMException {
        return (long) ManagementFactory.getPlatformMBeanServer()
                .getAttribute(new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME), "CurrentThreadAllocatedBytes");
    }

    private RawAnswer upload(Session session, Abusive file) throws IOException {
        world.sql()
                .change(
                        "DELETE FROM attachment WHERE set_id IN (SELECT attachment_set_id FROM draft WHERE person_id = ?)",
                        caretaker);
        return session.send(session.open(address).upload("reply", asBrowsersSay(file.name()), file.content()));
    }

    /** The three letters that would end the name are written as browsers write them. */
    private static byte[] asBrowsersSay(String name) {
        return bytes(name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A"));
    }

    /** Returns the type of the file that is now attached, or why there is none. */
    private String verdict(RawAnswer answer) {
        var files = files();
        return !files.isEmpty()
                ? files.get(0)
                : SENTENCES.entrySet().stream()
                        .filter(sentence -> answer.text().contains(sentence.getValue()))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(answer.status() == 200 ? AbusiveFiles.NOTHING : answer.status() + " " + answer.text());
    }

    private List<String> files() {
        return world.sql()
                .texts(
                        "SELECT a.media_type FROM attachment a JOIN draft d ON d.attachment_set_id = a.set_id"
                                + " WHERE d.person_id = ?",
                        caretaker);
    }

    private static String told(Abusive file) {
        var start = new String(file.content(), 0, Math.min(12, file.content().length), StandardCharsets.ISO_8859_1);
        return "\"" + file.name().substring(0, Math.min(60, file.name().length())) + "\" with " + start.strip();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
