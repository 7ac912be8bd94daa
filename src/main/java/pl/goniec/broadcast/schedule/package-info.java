/**
 * The sweeper that finds what the queue lost.
 * It runs at start-up and every ten seconds.
 */
package pl.goniec.broadcast.schedule;
