/**
 * How the demonstration data are made: clients, stories and notices are read from resources and written as rows.
 * It is the one place that writes the tables of other components, by plain SQL: see {@link pl.goniec.demo.control.DemoData}.
 */
package pl.goniec.demo.control;
