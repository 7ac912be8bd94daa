package pl.goniec.identity.web;

import pl.goniec.identity.api.PersonData;
import pl.goniec.platform.faces.Messages;
import pl.goniec.shared.BusinessException;

/** The fields name, email and phone of a form, and what is said beside them. */
final class PersonFields {

    private PersonFields() {}

    /** Says beside each field what is wrong with it; tells whether anything is. */
    static boolean areWrong(String form, PersonData data, Messages messages) {
        data.nameFault().ifPresent(key -> messages.error(form + ":name", key));
        data.emailFault().ifPresent(key -> messages.error(form + ":email", key));
        data.phoneFault().ifPresent(key -> messages.error(form + ":phone", key));
        return data.fault().isPresent();
    }

    /** Tells whether a refusal is about one of the fields. */
    static boolean isOfField(BusinessException refusal) {
        return refusal.key().matches("person\\.(name|email|phone)\\..*");
    }
}
