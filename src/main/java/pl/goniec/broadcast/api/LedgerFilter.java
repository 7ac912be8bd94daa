package pl.goniec.broadcast.api;

import java.io.Serializable;

/**
 * Which rows of a ledger.
 *
 * @param state or null for all
 * @param search part of a company's or person's name; blank for all
 */
public record LedgerFilter(LedgerState state, String search) implements Serializable {}
