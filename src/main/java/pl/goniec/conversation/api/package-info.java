/**
 * What the rest of Goniec may know of conversations: commands in, rows out, and events that carry ids.
 * Records only.
 */
package pl.goniec.conversation.api;
