package pl.goniec.company.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import pl.goniec.company.api.CompanyAdminDetails;
import pl.goniec.company.api.CompanyData;
import pl.goniec.company.api.CompanyFault;
import pl.goniec.company.api.InvalidCompanyException;
import pl.goniec.company.boundary.CompanyAdminService;
import pl.goniec.platform.faces.Messages;
import pl.goniec.platform.faces.PageAddress;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.CompanyId;

/** One company of the administration, or the form of a new one. What was typed stays until it is stored. */
@Named("companyAdmin")
@ViewScoped
public class CompanyAdminBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private CompanyAdminService companies;

    @Inject
    private Messages messages;

    private final CompanyForm form = new CompanyForm();
    private String id;
    private CompanyAdminDetails details;
    private long seen;

    /** Reads the company of the address, or begins a new one when it names none. */
    public void load() {
        if (id == null) {
            form.show(CompanyData.NEW);
        } else {
            show();
        }
    }

    /** Stores what was typed and goes on to the company when it is a new one. */
    public String save() {
        try {
            if (details == null) {
                return "/office/head/company.xhtml?faces-redirect=true&added=true&id=" + companies.add(form.data());
            }
            companies.change(details.id(), seen, form.data());
        } catch (InvalidCompanyException e) {
            messages.show(e, field(e.fault()));
            return null;
        } catch (BusinessException e) {
            messages.show(e, field(e.key()));
            return null;
        }
        show();
        messages.info("company.saved");
        return null;
    }

    /** Takes the company out of everybody's lists. */
    public void deactivate() {
        decide(() -> companies.deactivate(details.id()), "company.deactivated");
    }

    /** Brings it back. */
    public void activate() {
        decide(() -> companies.activate(details.id()), "company.activated");
    }

    /** What the form shows is as old as before: only when nothing but this decision has changed the company, it is not stale. */
    private void decide(Runnable decision, String done) {
        boolean decided = false;
        try {
            decision.run();
            decided = true;
            messages.info(done);
        } catch (BusinessException e) {
            messages.show(e, null);
        }
        read();
        if (decided && details.version() == seen + 1) {
            seen = details.version();
        }
    }

    private void show() {
        read();
        seen = details.version();
        form.show(details.data());
    }

    private void read() {
        details = companies.company(new CompanyId(PageAddress.number(id)));
    }

    private static String field(CompanyFault fault) {
        return switch (fault) {
            case NAME_BLANK, NAME_TOO_LONG -> "data:name";
            case NIP_WRONG -> "data:nip";
            case NUMBER_TOO_LONG -> "data:number";
            case TAG_TOO_LONG, TOO_MANY_TAGS -> "data:tags";
        };
    }

    private static String field(String key) {
        return switch (key) {
            case "company.nipTaken" -> "data:nip";
            case "company.numberTaken" -> "data:number";
            default -> "data:save";
        };
    }

    public CompanyForm getForm() {
        return form;
    }

    public CompanyAdminDetails getDetails() {
        return details;
    }

    public boolean isAdding() {
        return id == null;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
