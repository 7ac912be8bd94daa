package pl.goniec.platform.security;

/** The machine that a test asks from. */
public final class OriginOfTests {

    private OriginOfTests() {}

    /** Does something as it is asked for from a machine of this address. */
    public static void from(String address, Runnable request) {
        RequestOrigin.bind(address);
        try {
            request.run();
        } finally {
            RequestOrigin.unbind();
        }
    }
}
