/**
 * The queue between submitting and delivering.
 * Messages carry ids; consumers are idempotent by the state of the chunk.
 */
package pl.goniec.broadcast.messaging;
