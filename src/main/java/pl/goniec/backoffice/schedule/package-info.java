/**
 * The relay of events.
 * It runs from start-up on, every two seconds.
 */
package pl.goniec.backoffice.schedule;
