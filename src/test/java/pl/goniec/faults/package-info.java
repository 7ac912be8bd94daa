/**
 * What Goniec promises although something dies or happens twice: the packaged server as a child process, on either database.
 * Every round logs its seed and leaves a line in {@code target/faults}.
 */
package pl.goniec.faults;
