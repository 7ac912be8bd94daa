/**
 * What others hand over to be sent by e-mail.
 * A letter names a person, so that nothing is ever sent to somebody whom Goniec does not know.
 */
package pl.goniec.mail.api;
