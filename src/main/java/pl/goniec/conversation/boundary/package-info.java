/**
 * Use cases of the correspondence between office and client.
 * Each one asks for the caller's rights in its own transaction.
 */
package pl.goniec.conversation.boundary;
