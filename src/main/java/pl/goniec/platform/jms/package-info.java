/**
 * Sending and reading text-JSON messages, and nothing about their meaning.
 * The broker is transport: what must not be lost is in the database before anything is sent.
 */
package pl.goniec.platform.jms;
