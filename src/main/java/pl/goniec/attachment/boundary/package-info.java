/**
 * The content store: take in, list, hand out in pieces.
 * It knows no messages; whoever owns a set decides who may see it.
 */
package pl.goniec.attachment.boundary;
