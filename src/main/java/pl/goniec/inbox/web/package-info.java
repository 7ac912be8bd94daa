/**
 * The lista firm and the unread numbers on every page of either side.
 * All numbers of a page come from one query, and a script keeps them true while the page stands.
 */
package pl.goniec.inbox.web;
