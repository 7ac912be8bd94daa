package pl.goniec.inbox.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.primefaces.component.datatable.DataTable;
import pl.goniec.company.api.CaretakerChoice;
import pl.goniec.company.boundary.CaretakerService;
import pl.goniec.inbox.api.HandoverList;
import pl.goniec.inbox.api.HandoverRow;
import pl.goniec.inbox.boundary.HandoverService;
import pl.goniec.platform.faces.Messages;
import pl.goniec.platform.faces.PageAddress;
import pl.goniec.platform.faces.PagedRows;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.Page;
import pl.goniec.shared.PersonId;

/** Przekazanie firm: from whom, which of his companies, to whom, and what is left open in them. */
@Named("handover")
@ViewScoped
public class HandoverBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Stands in the address for the companies that nobody looks after. */
    private static final String NOBODY = "none";

    private static final String ASKED = "company";
    private static final int PAGE = 25;
    private static final HandoverList NOTHING = new HandoverList(new Page<>(List.of(), 0), 0, 0);

    @Inject
    private HandoverService handover;

    @Inject
    private CaretakerService caretakers;

    @Inject
    private Messages messages;

    private String from;
    private String to;
    private Set<Long> asked = Set.of();
    private final Ticks ticks = new Ticks();
    private final PagedRows<HandoverRow> rows = new PagedRows<>(PAGE, this::page);
    private HandoverList list = NOTHING;
    private List<CaretakerChoice> choices = List.of();

    /** Reads the companies of who hands over; those that were ticked in the list are ticked here and come first, otherwise all. */
    public void load() {
        asked = asked();
        read();
        if (from != null) {
            var all = handover.all(giver());
            ticks.set(asked.isEmpty() ? ids(all) : asked, true);
            ticks.keepOnly(all);
        }
    }

    /** Gives what is ticked to whom was chosen; all of it or nothing. */
    public void handOver() {
        int given = ticks.count();
        if (given == 0 || to == null) {
            messages.error(given == 0 ? "give:hand" : "give:to", given == 0 ? "handover.none" : "care.nobody");
            return;
        }
        try {
            caretakers.handOver(ticks.ids(), giver(), person(to));
        } catch (BusinessException e) {
            messages.show(e, "give:hand");
            read();
            ticks.keepOnly(handover.all(giver()));
            return;
        }
        messages.say(messages.count("handover.done", given));
        to = null;
        asked = Set.of();
        ticks.clear();
        read();
    }

    public void tick(long company, boolean ticked) {
        ticks.set(List.of(company), ticked);
    }

    public void tickPage(boolean ticked) {
        ticks.set(pageIds(), ticked);
    }

    /** Ticks every company that can be handed over, on whatever page it stands. */
    public void tickAll() {
        ticks.set(ids(handover.all(giver())), true);
    }

    public void untickAll() {
        ticks.clear();
    }

    public boolean ticked(long company) {
        return ticks.has(company);
    }

    public int getTickCount() {
        return ticks.count();
    }

    /** Returns all, some or none: what the tick in the head of the table shows. */
    public String getPageTick() {
        return ticks.of(pageIds());
    }

    public PagedRows<HandoverRow> getRows() {
        return rows;
    }

    public long getUnread() {
        return list.unread();
    }

    public long getUnanswered() {
        return list.unanswered();
    }

    /** Returns who has companies to hand over. */
    public List<CaretakerChoice> getOutgoing() {
        return choices.stream().filter(choice -> choice.companies() > 0).toList();
    }

    /** Returns what stands in the address for the companies that nobody looks after. */
    public String getNobody() {
        return NOBODY;
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
        if (from != null) {
            rows.turnTo(0);
            toFirstPage();
        }
    }

    private Page<HandoverRow> page(int first, int size) {
        list = handover.companies(giver(), asked.stream().map(CompanyId::new).collect(Collectors.toSet()), first, size);
        return list.page();
    }

    private List<Long> pageIds() {
        return rows.shown().stream().map(row -> row.id().value()).toList();
    }

    private PersonId giver() {
        return NOBODY.equals(from) ? null : person(from);
    }

    private static void toFirstPage() {
        var table = (DataTable) FacesContext.getCurrentInstance().getViewRoot().findComponent("give:table");
        if (table != null) {
            table.setFirst(0);
        }
    }

    private static Set<Long> asked() {
        var values = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterValuesMap()
                .getOrDefault(ASKED, new String[0]);
        return Arrays.stream(values).map(PageAddress::number).collect(Collectors.toUnmodifiableSet());
    }

    private static List<Long> ids(Collection<CompanyId> companies) {
        return companies.stream().map(CompanyId::value).toList();
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
