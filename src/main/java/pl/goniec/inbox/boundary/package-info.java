/**
 * The main panel, the client's companies and the unread numbers at every level.
 * It reads other components' data and is known by none of them.
 */
package pl.goniec.inbox.boundary;
