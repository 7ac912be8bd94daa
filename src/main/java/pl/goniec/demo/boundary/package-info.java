/**
 * Loads the demonstration when the application starts.
 * Nobody calls it.
 */
package pl.goniec.demo.boundary;
