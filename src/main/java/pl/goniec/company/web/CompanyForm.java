package pl.goniec.company.web;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import pl.goniec.company.api.CompanyData;

/** What is typed into the form of a company, as it was typed. */
public class CompanyForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private String name = "";
    private String nip = "";
    private String number = "";
    private String tags = "";
    private boolean employeesStart;
    private boolean entrepreneursLook;

    /** Shows what is stored. */
    void show(CompanyData data) {
        name = data.name();
        nip = data.nip();
        number = data.number() == null ? "" : data.number();
        tags = String.join(", ", data.tags());
        employeesStart = data.employeesStart();
        entrepreneursLook = data.entrepreneursLook();
    }

    /** Returns what was typed. */
    CompanyData data() {
        return new CompanyData(
                name, nip, number, Set.copyOf(List.of(tags.split(","))), employeesStart, entrepreneursLook);
    }

    private static String typed(String text) {
        return text == null ? "" : text;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = typed(name);
    }

    public String getNip() {
        return nip;
    }

    public void setNip(String nip) {
        this.nip = typed(nip);
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = typed(number);
    }

    public String getTags() {
        return tags;
    }

    public void setTags(String tags) {
        this.tags = typed(tags);
    }

    public boolean isEmployeesStart() {
        return employeesStart;
    }

    public void setEmployeesStart(boolean employeesStart) {
        this.employeesStart = employeesStart;
    }

    public boolean isEntrepreneursLook() {
        return entrepreneursLook;
    }

    public void setEntrepreneursLook(boolean entrepreneursLook) {
        this.entrepreneursLook = entrepreneursLook;
    }
}
