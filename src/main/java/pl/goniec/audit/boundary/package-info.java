/**
 * Observes what everybody does and writes it down.
 * Nothing knows this component.
 */
package pl.goniec.audit.boundary;
