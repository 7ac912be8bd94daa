package pl.goniec.inbox.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import pl.goniec.company.api.CaretakerChoice;
import pl.goniec.company.boundary.CaretakerService;
import pl.goniec.inbox.api.HandoverRow;
import pl.goniec.inbox.boundary.HandoverService;
import pl.goniec.platform.faces.Messages;
import pl.goniec.platform.faces.PageAddress;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.PersonId;

/** Przekazanie firm: from whom, which of his companies, to whom, and what is left open in them. */
@Named("handover")
@ViewScoped
public class HandoverBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String TICK = "company";

    @Inject
    private HandoverService handover;

    @Inject
    private CaretakerService caretakers;

    @Inject
    private Messages messages;

    private String from;
    private String to;
    private Set<Long> asked = Set.of();
    private Set<Long> ticked = Set.of();
    private List<HandoverRow> rows = List.of();
    private List<CaretakerChoice> choices = List.of();

    /** Reads the companies of the outgoing caretaker; those that were ticked in the list are ticked here, otherwise all. */
    public void load() {
        asked = ticks();
        read();
        ticked = ids(rows);
        if (!asked.isEmpty()) {
            ticked = ticked.stream().filter(asked::contains).collect(Collectors.toUnmodifiableSet());
        }
    }

    /** Gives what is ticked to whom was chosen; all of it or nothing. */
    public void handOver() {
        ticked = ticks();
        if (ticked.isEmpty() || to == null) {
            messages.error(
                    ticked.isEmpty() ? "give:hand" : "give:to", ticked.isEmpty() ? "handover.none" : "care.nobody");
            return;
        }
        try {
            caretakers.handOver(
                    ticked.stream().map(CompanyId::new).collect(Collectors.toUnmodifiableSet()),
                    person(from),
                    person(to));
        } catch (BusinessException e) {
            messages.show(e, "give:hand");
            read();
            return;
        }
        messages.say(messages.count("handover.done", ticked.size()));
        to = null;
        asked = Set.of();
        read();
        ticked = Set.of();
    }

    public boolean ticked(long company) {
        return ticked.contains(company);
    }

    public List<HandoverRow> getRows() {
        return rows;
    }

    public long getUnread() {
        return rows.stream().mapToLong(HandoverRow::unread).sum();
    }

    public long getUnanswered() {
        return rows.stream().filter(HandoverRow::unanswered).count();
    }

    /** Returns who has companies to hand over. */
    public List<CaretakerChoice> getOutgoing() {
        return choices.stream().filter(choice -> choice.companies() > 0).toList();
    }

    /** Returns who can take them. */
    public List<CaretakerChoice> getTakers() {
        return choices.stream()
                .filter(choice -> choice.choosable() && !choice.id().toString().equals(from))
                .toList();
    }

    /** Returns the companies that were ticked in the list, to ask again with them. */
    public Set<Long> getAsked() {
        return asked;
    }

    private void read() {
        choices = caretakers.caretakers();
        rows = from == null ? List.of() : handover.companies(person(from));
    }

    private static Set<Long> ticks() {
        var values = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterValuesMap()
                .getOrDefault(TICK, new String[0]);
        return Arrays.stream(values).map(PageAddress::number).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<Long> ids(List<HandoverRow> companies) {
        return companies.stream().map(row -> row.id().value()).collect(Collectors.toUnmodifiableSet());
    }

    private static PersonId person(String id) {
        return new PersonId(PageAddress.number(id));
    }

    private static String chosen(String value) {
        return value == null || value.isBlank() ? null : value;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = chosen(from);
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = chosen(to);
    }
}
