/**
 * What the log-in page shows of the demonstration.
 * Outside the demonstration it shows nothing.
 */
package pl.goniec.demo.web;
