/**
 * Writing and reading of content, and the policy of what may come in.
 * A file is never whole in memory.
 */
package pl.goniec.attachment.control;
