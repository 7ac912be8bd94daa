/**
 * The lista firm and the unread numbers as rows.
 * Records only.
 */
package pl.goniec.inbox.api;
