/**
 * Files as they are stored: content once per hash in rows of 1 MiB, and sets of files that refer to it.
 * A set is open while somebody writes and sealed by sending.
 */
package pl.goniec.attachment.entity;
