package pl.goniec.identity.api;

import java.util.regex.Pattern;

/** A phone number as people type it, of a person or of the office. */
final class PhoneNumber {

    private static final Pattern TYPED = Pattern.compile("[0-9+(][0-9A-Za-z+() ./-]*");

    private PhoneNumber() {}

    /** Tells whether it can be one, or is none at all. */
    static boolean isPossible(String typed) {
        return typed.isEmpty()
                || (typed.length() <= PersonData.MAX_PHONE
                        && TYPED.matcher(typed).matches());
    }
}
