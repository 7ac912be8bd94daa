/**
 * The relay of events, and the look at the dead letters.
 * They run from start-up on, every two and every ten seconds.
 */
package pl.goniec.backoffice.schedule;
