package pl.goniec.company.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.primefaces.model.file.UploadedFileWrapper;
import pl.goniec.company.api.ImportPreview;
import pl.goniec.company.api.ImportProgress;
import pl.goniec.company.boundary.ImportService;
import pl.goniec.fixture.Beans;
import pl.goniec.platform.faces.Messages;
import pl.goniec.platform.security.RequestOrigin;
import pl.goniec.shared.ConflictException;

/** However an import ends, the page asks for it no more and takes the next file. */
class ImportBackingTest {

    private static final ImportPreview SOMETHING = new ImportPreview(1, 1, 0, 0, 0, 0, 0, List.of());

    private final CompletableFuture<ImportPreview> work = new CompletableFuture<>();
    private final Heard heard = new Heard();
    private ImportBacking page;

    /** A service whose import ends when the test says so. */
    private final class Slow extends ImportService {

        @Override
        public ImportPreview preview(byte[] file) {
            return SOMETHING;
        }

        @Override
        public Future<ImportPreview> run(byte[] file, boolean invite, RequestOrigin origin, ImportProgress progress) {
            return work;
        }
    }

    /** What the page says, in Polish. */
    private static final class Heard extends Messages {

        private final List<String> said = new ArrayList<>();

        @Override
        public void say(String sentence) {
            said.add(sentence);
        }

        @Override
        public void error(String clientId, String key, Object... arguments) {
            said.add(clientId + " " + text(key, arguments));
        }
    }

    /** A file of a few bytes. */
    private static final class Chosen extends UploadedFileWrapper {

        private static final long serialVersionUID = 1L;

        @Override
        public String getFileName() {
            return "firmy.csv";
        }

        @Override
        public byte[] getContent() {
            return "NIP\n1".getBytes(StandardCharsets.UTF_8);
        }
    }

    @BeforeEach
    void anImportThatRuns() {
        page = new Beans(null)
                .with(ImportService.class, new Slow())
                .with(Messages.class, heard)
                .get(ImportBacking.class);
        chooses();
        page.start();
        page.look();
        assertThat(page.isRunning()).isTrue();
    }

    @Test
    void whatWasDoneIsShown() {
        work.complete(SOMETHING);
        page.look();

        assertThat(page.isDone()).isTrue();
        assertThat(page.isRunning()).isFalse();
        assertThat(page.getPreview()).isEqualTo(SOMETHING);
        assertThat(page.getFileName()).isEqualTo("firmy.csv");
    }

    @Test
    void afterARefusalNothingIsLeftToBePressed() {
        fails(new ConflictException("import.meanwhile"));

        assertThat(heard.said)
                .containsExactly("list:file Ktoś właśnie dodaje te same firmy lub osoby."
                        + " Nic nie zmieniono; wybierz plik jeszcze raz.");
    }

    @Test
    void afterAnUnexpectedFailureThePageAsksNoMoreAndSaysThatNothingWasChanged() {
        fails(new IllegalStateException("The database is away"));

        assertThat(heard.said)
                .singleElement()
                .satisfies(sentence -> assertThat(sentence)
                        .matches("list:file Import się nie udał \\(numer błędu: [0-9a-f-]{36}\\)\\."
                                + " Nic nie zmieniono; wybierz plik jeszcze raz\\."));
    }

    private void fails(RuntimeException reason) {
        work.completeExceptionally(reason);
        page.look();
        page.look();

        assertThat(page.isRunning()).isFalse();
        assertThat(page.isDone()).isFalse();
        assertThat(page.getPreview()).isNull();
        chooses();
        assertThat(page.getPreview()).isEqualTo(SOMETHING);
        page.start();
        assertThat(page.isRunning()).isTrue();
    }

    private void chooses() {
        page.choose(new Chosen());
    }
}
