/**
 * Conversations and their messages as they are stored.
 * Nobody edits or deletes what was sent; the tables refuse it too.
 */
package pl.goniec.conversation.entity;
