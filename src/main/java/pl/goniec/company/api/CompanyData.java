package pl.goniec.company.api;

import java.io.Serializable;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import pl.goniec.shared.Visible;

/**
 * What the office keeps of a company, as somebody typed it or as it is stored.
 *
 * @param name at most {@value #NAME_LENGTH} characters
 * @param nip with or without dashes, spaces and the prefix PL; stored as ten digits
 * @param number the office's own number of the company, at most {@value #NUMBER_LENGTH} characters, or null
 * @param tags at most {@value #MOST_TAGS}, each of at most {@value #TAG_LENGTH} characters; a comma parts two
 * @param employeesStart whether employees who may start a conversation can do so
 * @param entrepreneursLook whether entrepreneurs may read their employees' conversations with the office
 */
public record CompanyData(
        String name, String nip, String number, Set<String> tags, boolean employeesStart, boolean entrepreneursLook)
        implements Serializable {

    public static final int NAME_LENGTH = 200;
    public static final int NUMBER_LENGTH = 40;
    public static final int TAG_LENGTH = 40;
    public static final int MOST_TAGS = 20;

    /** The data of a company about which nothing is known yet: its employees may start, its entrepreneurs do not look. */
    public static final CompanyData NEW = new CompanyData("", "", null, Set.of(), true, false);

    public CompanyData {
        tags = sorted(tags);
    }

    /** Returns the same without what typing leaves behind: spaces around and doubled, a number of none, tags said twice. */
    public CompanyData tidy() {
        var bareNumber = number == null ? "" : plain(number);
        return new CompanyData(
                plain(name),
                Nip.digits(nip),
                bareNumber.isEmpty() ? null : bareNumber,
                tags.stream()
                        .flatMap(tag -> List.of(tag.split(",")).stream())
                        .map(CompanyData::plain)
                        .filter(tag -> !tag.isEmpty())
                        .collect(
                                () -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER),
                                Collection::add,
                                Collection::addAll),
                employeesStart,
                entrepreneursLook);
    }

    /** Returns everything that is wrong with tidy data, in the order of a form's fields. */
    public List<CompanyFault> faults() {
        var faults = new ArrayList<CompanyFault>();
        if (!Visible.anythingOf(name)) {
            faults.add(CompanyFault.NAME_BLANK);
        }
        if (name.length() > NAME_LENGTH) {
            faults.add(CompanyFault.NAME_TOO_LONG);
        }
        if (!Nip.isValid(nip)) {
            faults.add(CompanyFault.NIP_WRONG);
        }
        if (number != null && number.length() > NUMBER_LENGTH) {
            faults.add(CompanyFault.NUMBER_TOO_LONG);
        }
        if (tags.stream().anyMatch(tag -> tag.length() > TAG_LENGTH)) {
            faults.add(CompanyFault.TAG_TOO_LONG);
        }
        if (tags.size() > MOST_TAGS) {
            faults.add(CompanyFault.TOO_MANY_TAGS);
        }
        return faults;
    }

    /**
     * Returns the tidy data.
     *
     * @throws InvalidCompanyException with the first fault, when there is one
     */
    public CompanyData checked() {
        var tidy = tidy();
        tidy.faults().stream().findFirst().ifPresent(fault -> {
            throw new InvalidCompanyException(fault);
        });
        return tidy;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\s\\p{Cntrl}\\u00A0]+", " ")
                .strip();
    }

    private static Set<String> sorted(Collection<String> tags) {
        var sorted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        sorted.addAll(tags);
        return Collections.unmodifiableSet(sorted);
    }
}
