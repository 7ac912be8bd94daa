/**
 * What the rest of Goniec may know of files.
 * Content travels as streams and pieces, never whole.
 */
package pl.goniec.attachment.api;
