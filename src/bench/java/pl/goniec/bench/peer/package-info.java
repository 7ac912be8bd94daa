/**
 * What the application is compared with on its own server: the barest page and the barest servlet, each with one statement.
 * Packed by the benchmarks into a WAR of their own; nothing here uses the application.
 */
package pl.goniec.bench.peer;
