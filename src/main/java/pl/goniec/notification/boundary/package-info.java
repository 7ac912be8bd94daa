/**
 * Tells people by e-mail that something waits.
 * It is worked out from what stands in the database, so that sending a message does nothing for it.
 */
package pl.goniec.notification.boundary;
