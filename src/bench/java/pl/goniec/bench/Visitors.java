package pl.goniec.bench;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.util.ArrayList;
import pl.goniec.demo.api.DemoAccount;
import pl.goniec.fixture.Browsers;
import pl.goniec.fixture.ChildServer;
import pl.goniec.fixture.Visitor;

/** People of the demonstration who come to a server, with a browser or without. */
final class Visitors {

    private Visitors() {}

    /** Lets somebody log in, in a browser window of his own. */
    static Visitor enter(ChildServer server, String email) {
        var window = Browsers.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(server.address())
                        .setViewportSize(1280, 800));
        return new Visitor(window.newPage(), new ArrayList<>()).enters(email);
    }

    /** Lets somebody log in without a browser. */
    static Caller call(ChildServer server, String email) throws IOException, InterruptedException {
        return new Caller(server.address()).logsIn(email, DemoAccount.PASSWORD);
    }
}
