/**
 * The demonstration accounts as the log-in page offers them.
 * Constants only: whether they exist in a database is decided when the application starts.
 */
package pl.goniec.demo.api;
