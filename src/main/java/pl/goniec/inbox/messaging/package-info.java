/**
 * Live updates: what happened becomes a hint to the browsers of those concerned.
 * A hint says that something changed and nothing more.
 */
package pl.goniec.inbox.messaging;
