/**
 * POWIADOMIENIE on the screen: the one window in which it is written, its progress, its ledger and the list of what was sent.
 * What is typed lives in the draft on the server; the draft's id is the key under which sending twice is one.
 */
package pl.goniec.broadcast.web;
