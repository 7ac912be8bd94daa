package pl.goniec.company.web;

import java.io.Serializable;
import pl.goniec.identity.api.Language;
import pl.goniec.identity.api.PersonData;
import pl.goniec.platform.faces.Messages;
import pl.goniec.shared.BusinessException;

/** A person as he is typed in a form, and what is said beside the fields, which are called as the properties are. */
public class PersonFields implements Serializable {

    private static final long serialVersionUID = 1L;

    private String email;
    private String name;
    private String phone;
    private Language language = Language.PL;

    /** Shows what is kept of a person. */
    void show(PersonData data) {
        email = data.email();
        name = data.name();
        phone = data.phone();
    }

    /** Returns what was typed. */
    PersonData data() {
        return new PersonData(name, email, phone);
    }

    /** Says beside each field of a form what is wrong with it; tells whether anything is. */
    boolean areWrong(String form, Messages messages) {
        var data = data();
        data.nameFault().ifPresent(key -> messages.error(form + ":name", key));
        data.emailFault().ifPresent(key -> messages.error(form + ":email", key));
        data.phoneFault().ifPresent(key -> messages.error(form + ":phone", key));
        return data.fault().isPresent();
    }

    /** Tells whether a refusal is about one of the fields. */
    static boolean isOfField(BusinessException refusal) {
        return refusal.key().matches("person\\.(name|email|phone)\\..*");
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    /** Returns the language in which somebody new is invited. */
    public Language getLanguage() {
        return language;
    }

    public void setLanguage(Language language) {
        this.language = language;
    }
}
