package pl.goniec.identity.web;

import java.io.Serializable;
import pl.goniec.platform.faces.Messages;

/** A new password as it is typed, twice. It is never shown again. */
public class NewPassword implements Serializable {

    private static final long serialVersionUID = 1L;

    private String password = "";
    private String again = "";

    /** Tells whether it was typed differently the second time. */
    boolean isUnequal() {
        return !password.equals(again);
    }

    /** Says beside the field of a form that it was typed differently; tells whether it was. */
    boolean isUnequal(String form, Messages messages) {
        if (isUnequal()) {
            messages.error(form + ":password", "password.unequal");
        }
        return isUnequal();
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password == null ? "" : password;
    }

    public String getAgain() {
        return again;
    }

    public void setAgain(String again) {
        this.again = again == null ? "" : again;
    }
}
