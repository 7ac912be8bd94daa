package pl.goniec.backoffice.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.PersonId;

/** Who does which kind of request. */
@Dependent
public class Handlers {

    @Inject
    SendMessageHandler sendMessage;

    @Inject
    SendBroadcastHandler sendBroadcast;

    @Inject
    QueryBroadcastHandler queryBroadcast;

    @Inject
    WithdrawBroadcastHandler withdrawBroadcast;

    @Inject
    UpsertCompanyHandler upsertCompany;

    @Inject
    UpsertPersonHandler upsertPerson;

    @Inject
    ReplayEventsHandler replayEvents;

    /**
     * Does what is asked for, in the transaction of the caller.
     *
     * @param program that asks
     * @throws BusinessException when a rule refuses it
     */
    public Reply handle(Request request, PersonId program) {
        return switch (request.kind()) {
            case SEND_MESSAGE -> sendMessage.handle(request, program);
            case SEND_BROADCAST -> sendBroadcast.handle(request, program);
            case QUERY_BROADCAST -> queryBroadcast.handle(request, program);
            case WITHDRAW_BROADCAST -> withdrawBroadcast.handle(request, program);
            case UPSERT_COMPANY -> upsertCompany.handle(request);
            case UPSERT_PERSON -> upsertPerson.handle(request);
            case REPLAY_EVENTS -> replayEvents.handle(request);
        };
    }
}
