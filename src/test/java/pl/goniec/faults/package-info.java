/**
 * What Goniec promises although something dies: the packaged server as a child process, its database, its broker and its disk,
 * each broken on purpose, and run by an operator's recipes. Every round logs its seed and leaves a line in {@code target/faults}.
 */
package pl.goniec.faults;
