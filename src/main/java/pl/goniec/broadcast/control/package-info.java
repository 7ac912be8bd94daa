/**
 * Who receives, the set-based ledger, and the port through which chunks go to the queue.
 * Everything that writes many rows is one statement.
 */
package pl.goniec.broadcast.control;
