package pl.goniec.browser.page;

import pl.goniec.fixture.Visitor;

/** Those who look at the screens: a stranger, and people of the demonstration data. */
public enum Onlooker {
    STRANGER(null),
    HEAD("szef@biuro.example"),
    CARETAKER("opiekun@biuro.example"),
    /** Somebody of the office who has no companies. */
    STAFF("kadry@biuro.example"),
    OWNER("anna@zlotyklos.example"),
    OWNER_WHO_WRITES("zofia@beza.example"),
    OWNER_OF_TWO("maria@dwiefirmy.example"),
    EMPLOYEE("szklarnia@malwa.example");

    private final String email;

    Onlooker(String email) {
        this.email = email;
    }

    /** Logs in, unless he is a stranger. */
    public void arrives(Visitor visitor) {
        if (email != null) {
            visitor.enters(email);
        }
    }
}
