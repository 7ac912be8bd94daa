package pl.goniec.identity.web;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pl.goniec.identity.api.OfficeData;
import pl.goniec.identity.api.OpeningHours;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.Nip;

/** The office as it is typed in a form; its week begins on Monday. */
public class OfficeFields implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final LocalTime USUALLY_OPENS = LocalTime.of(8, 0);
    private static final LocalTime USUALLY_CLOSES = LocalTime.of(16, 0);

    private String name;
    private String nip;
    private String address;
    private String phone;
    private String signature;
    private final List<DayFields> days;

    OfficeFields(OfficeData data) {
        name = data.name();
        nip = Nip.format(data.nip());
        address = data.address();
        phone = data.phone();
        signature = data.signature();
        days = Arrays.stream(DayOfWeek.values())
                .map(day -> new DayFields(
                        day,
                        data.hours().stream().filter(open -> open.day() == day).findFirst()))
                .toList();
    }

    /** Returns the fields of an office that says nothing yet but usual hours. */
    static OfficeFields blank() {
        var week = Arrays.stream(DayOfWeek.values())
                .filter(day -> day.compareTo(DayOfWeek.SATURDAY) < 0)
                .map(day -> new OpeningHours(day, USUALLY_OPENS, USUALLY_CLOSES))
                .toList();
        return new OfficeFields(new OfficeData("", "", "", "", "", week));
    }

    /**
     * Returns what was typed.
     *
     * @throws BusinessException {@code office.hours.wrong} when a time is none
     */
    OfficeData data() {
        return data(
                days.stream().map(DayFields::hours).flatMap(Optional::stream).toList());
    }

    private OfficeData data(List<OpeningHours> hours) {
        return new OfficeData(name, nip, address, phone, signature, hours);
    }

    /** Returns the keys of everything that is wrong with it, {@code office.…}. */
    List<String> faults() {
        try {
            return data().faults();
        } catch (BusinessException e) {
            return Stream.concat(data(List.of()).faults().stream(), Stream.of(e.key()))
                    .toList();
        }
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getNip() {
        return nip;
    }

    public void setNip(String nip) {
        this.nip = nip;
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public String getSignature() {
        return signature;
    }

    public void setSignature(String signature) {
        this.signature = signature;
    }

    public List<DayFields> getDays() {
        return days;
    }
}
