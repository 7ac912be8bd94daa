/**
 * The timer that empties the outbox.
 * It runs from start-up on, every five seconds.
 */
package pl.goniec.mail.schedule;
