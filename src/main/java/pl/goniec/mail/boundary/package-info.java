/**
 * The outbox: letters are written in the transaction of what they tell, and sent after it.
 * Whoever writes one waits for no mail server.
 */
package pl.goniec.mail.boundary;
