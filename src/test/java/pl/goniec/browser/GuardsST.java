package pl.goniec.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.goniec.fixture.BrowserExtension;
import pl.goniec.fixture.Visitor;
import pl.goniec.fixture.server.TestPeople;

/** What is answered to whom before any page or bean of ours is asked: addresses, sockets, headers, sizes. */
@ArquillianTest
@RunAsClient
@ExtendWith(BrowserExtension.class)
class GuardsST {

    private static final String PUSH = "/omnifaces.push/changed?00000000-0000-0000-0000-000000000000";

    @ParameterizedTest
    @ValueSource(
            strings = {"/office/companies.xhtml", "/office/head/any.xhtml", "/client/home.xhtml", "/nothing.xhtml"})
    void anonymousVisitorOfAnyPageIsSentToTheLogIn(String address, Visitor visitor) {
        APIResponse response = get(visitor, address, RequestOptions.create());

        assertThat(response.status()).isEqualTo(302);
        assertThat(response.headers().get("location")).contains("/login.xhtml?from=%2F");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/live", "/download/1/1/1", "/nothing"})
    void anonymousScriptOrDownloadIsRefusedPlainly(String address, Visitor visitor) {
        assertThat(get(visitor, address, RequestOptions.create()).status()).isEqualTo(401);
    }

    @Test
    void whoMistypesAnAddressIsToldSoAfterTheLogIn(Visitor visitor) {
        visitor.page().navigate("/firmy?x=1");
        assertThat(visitor.page().url()).endsWith("/login.xhtml?from=%2Ffirmy%3Fx%3D1");

        visitor.isRefused(404, () -> {
            visitor.fillsLogIn(TestPeople.STAFF, TestPeople.PASSWORD);
            visitor.page().waitForURL("**/firmy?x=1");
        });

        PlaywrightAssertions.assertThat(visitor.page().getByRole(AriaRole.HEADING))
                .hasText("Nie znaleziono");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/live", "/download/1/1/1", "/download/999999/1/1", "/office/head/companies.csv"})
    void aDownloadIsNoPageInABrowserEither(String address, Visitor visitor) {
        var likeABrowser = RequestOptions.create().setHeader("Accept", "text/html,*/*;q=0.8");

        assertThat(get(visitor, address, likeABrowser).status()).isEqualTo(401);
    }

    @Test
    void anonymousAjaxOfAPageIsRefusedPlainly(Visitor visitor) {
        APIResponse response = http(visitor)
                .post(
                        "/office/companies.xhtml",
                        RequestOptions.create().setMaxRedirects(0).setHeader("Faces-Request", "partial/ajax"));

        assertThat(response.status()).isEqualTo(401);
    }

    @Test
    void containersOwnLogInAddressIsClosed(Visitor visitor) {
        APIResponse response =
                http(visitor).post("/j_security_check", RequestOptions.create().setMaxRedirects(0));

        assertThat(response.status()).isEqualTo(404);
    }

    @Test
    void officePersonIsRefusedOnTheClientsSideAndStaffOnTheHeads(Visitor visitor) {
        loggedIn(visitor);

        assertThat(get(visitor, "/client/home.xhtml", RequestOptions.create()).status())
                .isEqualTo(403);
        assertThat(get(visitor, "/office/head/any.xhtml", RequestOptions.create())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void companyOfOthersAnswersLikeOneThatNeverWas(Visitor visitor) {
        loggedIn(visitor);

        APIResponse foreign = get(visitor, "/office/company/start.xhtml?company=1", RequestOptions.create());
        APIResponse none = get(visitor, "/office/company/start.xhtml?company=999999", RequestOptions.create());

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(none.status()).isEqualTo(404);
        assertThat(foreign.text()).contains("<h1").doesNotContain("pl.goniec.", "\tat ");
        assertThat(foreign.headers()).containsEntry("x-content-type-options", "nosniff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login.xhtml",
                "/office/companies.xhtml",
                "/settings.xhtml?side=office",
                "/office/company/start.xhtml?company=1",
                "/client/home.xhtml",
                "/error/expired.xhtml"
            })
    void noPageNamesAnException(String address, Visitor visitor) {
        loggedIn(visitor);

        assertThat(get(visitor, address, RequestOptions.create()).text())
                .contains("PrimeFaces.settings")
                .doesNotContainPattern("\\.\\w*(Exception|Error|Throwable)\\b");
    }

    @Test
    void socketNeedsALogInAndThisSite(Visitor visitor) {
        String here = System.getProperty("goniec.url").replaceAll("/$", "");
        RequestOptions ours = RequestOptions.create().setHeader("Origin", here);
        assertThat(get(visitor, PUSH, ours).status()).as("anonymous").isEqualTo(403);

        loggedIn(visitor);

        assertThat(get(visitor, PUSH, RequestOptions.create().setHeader("Origin", "http://evil.example"))
                        .status())
                .as("foreign origin")
                .isEqualTo(403);
        assertThat(get(visitor, PUSH, RequestOptions.create()).status())
                .as("no origin")
                .isEqualTo(403);
        assertThat(get(visitor, PUSH, RequestOptions.create().setHeader("Origin", here))
                        .status())
                .as("ours")
                .isNotEqualTo(403);
    }

    @Test
    void formOfAnotherSiteDoesNotLogOut(Visitor visitor) {
        loggedIn(visitor);
        Page elsewhere = visitor.page().context().newPage();
        elsewhere.route(
                "http://evil.example/",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html")
                        .setBody("<form method='post' action='" + System.getProperty("goniec.url")
                                + "logout'><button>Nagroda</button></form>")));
        elsewhere.navigate("http://evil.example/");

        visitor.isRefused(403, () -> {
            Response answer = elsewhere.waitForResponse(
                    "**/logout", () -> elsewhere.getByText("Nagroda").click());
            assertThat(answer.status()).isEqualTo(403);
        });

        assertThat(get(visitor, "/settings.xhtml", RequestOptions.create()).status())
                .isEqualTo(200);
    }

    @Test
    void everyAnswerCarriesItsHeaders(Visitor visitor) {
        var page = get(visitor, "/login.xhtml", RequestOptions.create()).headers();
        assertThat(page)
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("referrer-policy", "same-origin")
                .containsEntry("cache-control", "no-store");
        assertThat(page.get("content-security-policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'", "script-src 'self' 'nonce-");
        assertThat(page.get("set-cookie")).contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void tooLargeABodyIsRefusedBeforeItIsRead(Visitor visitor) {
        byte[] body = new byte[27 * 1024 * 1024];
        APIResponse response = http(visitor)
                .post(
                        "/login.xhtml",
                        RequestOptions.create()
                                .setHeader("Content-Type", "multipart/form-data; boundary=x")
                                .setData(body));

        assertThat(response.status()).isEqualTo(413);
    }

    private static void loggedIn(Visitor visitor) {
        visitor.page().navigate("/login.xhtml?from=%2Ffavicon.svg");
        visitor.fillsLogIn(TestPeople.STAFF, TestPeople.PASSWORD);
        visitor.page().waitForURL(Pattern.compile("^[^?]*/favicon\\.svg$"));
    }

    private static APIResponse get(Visitor visitor, String address, RequestOptions options) {
        return http(visitor).get(address, options.setMaxRedirects(0));
    }

    private static APIRequestContext http(Visitor visitor) {
        return visitor.page().context().request();
    }
}
