package pl.goniec.platform.broker;

/** Lets the server's broker sign messages. */
public class SigningBroker extends BrokerPlugin {

    /** The property of a message that says with which name its sender has logged in to the broker. */
    public static final String SENDER = "goniec_sender";

    public SigningBroker() {
        super(new SenderSignature());
    }
}
