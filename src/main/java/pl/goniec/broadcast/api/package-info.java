/**
 * What the rest of Goniec may know of POWIADOMIENIE: commands in, ledger rows out, and events that carry ids.
 * Records only.
 */
package pl.goniec.broadcast.api;
