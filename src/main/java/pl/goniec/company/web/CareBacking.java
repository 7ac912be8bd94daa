package pl.goniec.company.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Collectors;
import pl.goniec.company.api.CareRow;
import pl.goniec.company.api.CareTime;
import pl.goniec.company.api.CaretakerChoice;
import pl.goniec.company.boundary.CaretakerService;
import pl.goniec.company.boundary.CompanyAdminService;
import pl.goniec.platform.faces.Messages;
import pl.goniec.platform.faces.PageAddress;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.CareId;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.PersonId;

/** Who looks after the company of the page: adding, ending, substitutes. */
@Named("care")
@ViewScoped
public class CareBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private CompanyAdminService companies;

    @Inject
    private CaretakerService caretakers;

    @Inject
    private Messages messages;

    private CompanyId company;
    private List<CareRow> rows = List.of();
    private List<CaretakerChoice> choices = List.of();
    private String caretaker;
    private String substitute;
    private String firstDay;
    private String lastDay;

    /** Reads the care of the company of the address; a new company has none. */
    public void load(String id) {
        // EL hands over an empty text where the address has no such parameter.
        if (!id.isEmpty()) {
            company = new CompanyId(PageAddress.number(id));
            read();
        }
    }

    public void assign() {
        if (caretaker == null) {
            messages.error("addCare:caretaker", "care.nobody");
            return;
        }
        if (done("addCare:caretaker", "care.assigned", () -> caretakers.assign(company, person(caretaker)))) {
            caretaker = null;
        }
    }

    /** Enters the substitute for the days that were typed. */
    public void substitute() {
        if (substitute == null) {
            messages.error("addSubstitute:substitute", "care.nobody");
            return;
        }
        LocalDate from;
        LocalDate to;
        try {
            from = LocalDate.parse(firstDay == null ? "" : firstDay);
            to = LocalDate.parse(lastDay == null ? "" : lastDay);
        } catch (DateTimeParseException e) {
            messages.error("addSubstitute:lastDay", "care.days");
            return;
        }
        if (done(
                "addSubstitute:lastDay",
                "care.substituteAdded",
                () -> caretakers.substitute(company, person(substitute), from, to))) {
            substitute = null;
            firstDay = null;
            lastDay = null;
        }
    }

    public void end(String care) {
        done(null, "care.ended", () -> caretakers.end(company, new CareId(PageAddress.number(care))));
    }

    public void cancel(String care) {
        done(null, "care.cancelled", () -> caretakers.cancel(company, new CareId(PageAddress.number(care))));
    }

    private boolean done(String field, String said, Runnable decision) {
        try {
            decision.run();
        } catch (BusinessException e) {
            messages.show(e, field);
            read();
            return false;
        }
        messages.info(said);
        read();
        return true;
    }

    /** Who looks after the company without an end can neither be added once more nor stand in there. */
    private void read() {
        rows = companies.company(company).care();
        var caring = rows.stream()
                .filter(row -> row.time() == CareTime.NOW && !row.substitute())
                .map(CareRow::person)
                .collect(Collectors.toSet());
        choices = caretakers.caretakers().stream()
                .filter(one -> one.choosable() && !caring.contains(one.id()))
                .toList();
    }

    private static PersonId person(String typed) {
        return new PersonId(PageAddress.number(typed));
    }

    private static String chosen(String value) {
        return value == null || value.isBlank() ? null : value;
    }

    public List<CareRow> getRows() {
        return rows;
    }

    public List<CaretakerChoice> getChoices() {
        return choices;
    }

    public String getCaretaker() {
        return caretaker;
    }

    public void setCaretaker(String caretaker) {
        this.caretaker = chosen(caretaker);
    }

    public String getSubstitute() {
        return substitute;
    }

    public void setSubstitute(String substitute) {
        this.substitute = chosen(substitute);
    }

    public String getFirstDay() {
        return firstDay;
    }

    public void setFirstDay(String firstDay) {
        this.firstDay = chosen(firstDay);
    }

    public String getLastDay() {
        return lastDay;
    }

    public void setLastDay(String lastDay) {
        this.lastDay = chosen(lastDay);
    }
}
