/**
 * The contract with programs of the office: each request is done once and answered, the same one again gets the same reply.
 * A refusal is a reply and never a rollback of the message.
 */
package pl.goniec.backoffice.boundary;
