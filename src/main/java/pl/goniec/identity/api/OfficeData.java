package pl.goniec.identity.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import pl.goniec.shared.Nip;
import pl.goniec.shared.Visible;

/**
 * What the office says of itself.
 *
 * @param nip ten digits, or blank; dashes, spaces and the prefix PL are taken out
 * @param signature stands below every letter; may be blank
 * @param hours at most one row per day, in any order; a day that is missing is closed
 */
public record OfficeData(
        @NotNull @Size(min = 1, max = MAX_NAME) String name,
        @NotNull String nip,
        @NotNull @Size(max = MAX_ADDRESS) String address,
        @NotNull @Size(max = MAX_PHONE) String phone,
        @NotNull @Size(max = MAX_SIGNATURE) String signature,
        @NotNull List<OpeningHours> hours)
        implements Serializable {

    /** Characters of a name. */
    public static final int MAX_NAME = 200;

    /** Characters of an address. */
    public static final int MAX_ADDRESS = 300;

    /** Characters of a phone number. */
    public static final int MAX_PHONE = PersonData.MAX_PHONE;

    /** Characters of a signature. */
    public static final int MAX_SIGNATURE = 500;

    /** Lines and tabulators are part of a text, what else cannot be seen is not. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}&&[^\\t\\n\\r]]+");

    public OfficeData {
        name = name == null ? "" : name.strip();
        nip = nip == null ? "" : Nip.digits(nip);
        address = seen(address);
        phone = phone == null ? "" : phone.strip();
        signature = seen(signature);
        hours = List.copyOf(hours);
    }

    private static String seen(String text) {
        return text == null ? "" : UNSEEN.matcher(text).replaceAll("").strip();
    }

    /** Returns the key of the sentence that says what is wrong with it first, if anything is; {@code office.…}. */
    public Optional<String> fault() {
        return faults().stream().findFirst();
    }

    /** Returns the keys of everything that is wrong with it, in the order of a form's fields and one of each field at most. */
    public List<String> faults() {
        var faults = new ArrayList<String>();
        if (!Visible.anythingOf(name)) {
            faults.add("office.name.blank");
        } else if (name.length() > MAX_NAME || name.chars().anyMatch(Character::isISOControl)) {
            faults.add("office.name.wrong");
        }
        if (!nip.isEmpty() && !Nip.isValid(nip)) {
            faults.add("office.nip.wrong");
        }
        if (address.length() > MAX_ADDRESS) {
            faults.add("office.address.wrong");
        }
        if (!PhoneNumber.isPossible(phone)) {
            faults.add("office.phone.wrong");
        }
        if (signature.length() > MAX_SIGNATURE) {
            faults.add("office.signature.wrong");
        }
        boolean possible = hours.stream().allMatch(OpeningHours::arePossible);
        if (!possible || hours.stream().map(OpeningHours::day).distinct().count() < hours.size()) {
            faults.add("office.hours.wrong");
        }
        return faults;
    }
}
