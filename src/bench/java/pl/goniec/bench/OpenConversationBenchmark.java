package pl.goniec.bench;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.ChildServer;
import pl.goniec.fixture.world.Sql;

/**
 * W4: opening a conversation of 10,000 messages against opening one of 50 in the same company: a click in the list, timed by the
 * page, and the page that has it open by its address.
 */
class OpenConversationBenchmark {

    private static final int MANY = 10_000;
    private static final int FEW = 50;
    private static final int WARM_UP = 60;
    private static final int ROUNDS = 21;
    private static final double GOAL = 1.2;

    private static final String CONVERSATIONS = "office/company/conversations.xhtml?company=%d";

    private static final String OPEN = """
            id => new Promise(resolve => {
              const begin = performance.now();
              new MutationObserver((changes, observer) => {
                if (document.querySelector('#conv-' + id + '[aria-current=true]')) {
                  observer.disconnect();
                  resolve(performance.now() - begin);
                }
              }).observe(document.body, { attributes: true, childList: true, subtree: true });
              document.getElementById('conv-' + id).click();
            })
            """;

    @Test
    @DisplayName("W4 a conversation of 10,000 messages opens as one of 50 does")
    void aLongConversationOpensAsAShortOne() throws Exception {
        var findings = new Findings("W4", "a conversation of 10,000 messages against one of 50, ms");
        var database = OfficeDatabase.create("w4", 60, 2_000);
        long company;
        long many;
        long few;
        try (var connection = database.open()) {
            var sql = Sql.on(connection);
            company = sql.number("SELECT company_id FROM conversation WHERE id = " + of("anna@zlotyklos.example"));
            many = sql.number(of("anna@zlotyklos.example"));
            few = sql.number(of("jan@zlotyklos.example"));
            talk(sql, many, MANY);
            talk(sql, few, FEW);
        }
        var server = new ChildServer("bench-server", Map.of("GONIEC_DB_URL", database.url()));
        try {
            server.start();
            var page = Visitors.enter(server, "szef@biuro.example").page();
            var caller = Visitors.call(server, "szef@biuro.example");
            var address = CONVERSATIONS.formatted(company);
            page.navigate("/" + address);
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                var turns = round % 2 == 0 ? List.of(many, few) : List.of(few, many);
                for (long conversation : turns) {
                    double clicked = click(page, conversation);
                    if (round >= 0) {
                        findings.sample("click, " + length(conversation, many), clicked);
                    }
                }
                for (long conversation : turns) {
                    double opened = Pages.millis(() -> caller.get(address + "&conversation=" + conversation));
                    if (round >= 0) {
                        findings.sample("page, " + length(conversation, many), opened);
                    }
                }
            }
        } finally {
            server.stop();
        }
        findings.atMost("click, 10,000 / 50", findings.median("click, 10,000") / findings.median("click, 50"), GOAL);
        findings.atMost("page, 10,000 / 50", findings.median("page, 10,000") / findings.median("page, 50"), GOAL);
        findings.publish();
    }

    private static String length(long conversation, long many) {
        return conversation == many ? "10,000" : "50";
    }

    private static String of(String email) {
        return "(SELECT MIN(v.id) FROM conversation v JOIN person p ON p.id = v.person_id WHERE p.email = '" + email
                + "')";
    }

    private static void talk(Sql sql, long conversation, int messages) {
        Volume.onH2("c.id = " + conversation, messages).forEach(sql::change);
    }

    private static double click(Page page, long conversation) {
        double millis = ((Number) page.evaluate(OPEN, Long.toString(conversation))).doubleValue();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return millis;
    }
}
