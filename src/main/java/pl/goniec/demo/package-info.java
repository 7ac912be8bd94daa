/**
 * Demonstration data: an invented office with its clients and their correspondence, loaded once into an empty database.
 * Only the setting {@code GONIEC_DEMO} turns it on; nothing else in Goniec knows of it.
 */
package pl.goniec.demo;
