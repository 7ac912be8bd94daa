/**
 * The queue of requests.
 * A message is acknowledged together with its reply, after the database has committed what it asks for.
 */
package pl.goniec.backoffice.messaging;
