package pl.goniec.backoffice.messaging;

import pl.goniec.backoffice.api.ReceivedRequest;
import pl.goniec.backoffice.control.Contract;
import pl.goniec.platform.broker.BrokerPlugin;
import pl.goniec.platform.broker.SenselessLast;
import pl.goniec.shared.BusinessException;

/** Lets a message that is no request wait for those that are: a program that sends nonsense does not hold up the others. */
public class RequestsFirst extends BrokerPlugin {

    public RequestsFirst() {
        super(new WhatIsNoRequestLast());
    }

    private static final class WhatIsNoRequestLast extends SenselessLast {

        WhatIsNoRequestLast() {
            super("GoniecRequests");
        }

        @Override
        protected boolean makesSense(String sender, String type, String text) {
            try {
                Published.CONTRACT.read(new ReceivedRequest(sender, type, text));
                return true;
            } catch (BusinessException refusal) {
                return false;
            }
        }
    }

    /** Read with the first message, so that the server's start does not wait for it. */
    private static final class Published {
        static final Contract CONTRACT = new Contract();
    }
}
