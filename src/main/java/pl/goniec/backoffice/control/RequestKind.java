package pl.goniec.backoffice.control;

import java.util.Arrays;
import java.util.Optional;

/** What programs may ask for. */
public enum RequestKind {
    SEND_MESSAGE("SendMessage"),
    SEND_BROADCAST("SendBroadcast"),
    QUERY_BROADCAST("QueryBroadcast"),
    WITHDRAW_BROADCAST("WithdrawBroadcast"),
    UPSERT_COMPANY("UpsertCompany"),
    UPSERT_PERSON("UpsertPerson"),
    REPLAY_EVENTS("ReplayEvents");

    private final String type;

    RequestKind(String type) {
        this.type = type;
    }

    /** Returns the {@code JMSType} of such requests, which is the name of their schema too. */
    public String type() {
        return type;
    }

    /** Returns the kind of a {@code JMSType}, if it is one. */
    static Optional<RequestKind> of(String type) {
        return Arrays.stream(values()).filter(kind -> kind.type.equals(type)).findFirst();
    }
}
