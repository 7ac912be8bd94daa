/**
 * Whole ways through the application, in the container, on the shipped WAR.
 * All classes share one server and its database: no test assumes an empty one.
 */
package pl.goniec.journey;
