/**
 * Loading and storing of letters.
 * They are read by their state and time only, never searched for a person's text.
 */
package pl.goniec.mail.control;
