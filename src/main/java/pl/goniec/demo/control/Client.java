package pl.goniec.demo.control;

import java.util.List;

/**
 * A client company.
 *
 * @param caretakers mailboxes of those who look after it; a minus before one says that it is over
 */
record Client(String name, String nip, List<String> caretakers, List<Contact> contacts) {}
