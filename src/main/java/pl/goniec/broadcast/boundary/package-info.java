/**
 * Use cases of POWIADOMIENIE: compose, submit, watch, retry; and its delivery by the system.
 * Each recipient gets it exactly once, whatever dies in between.
 */
package pl.goniec.broadcast.boundary;
