/**
 * The queries of the lista firm and of the unread numbers.
 * All levels of unread come from one source: the other side's count less one's own marker.
 */
package pl.goniec.inbox.control;
