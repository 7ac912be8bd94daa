/**
 * The way of a row into the audit trail.
 * There is no way out or back: nothing here changes or deletes.
 */
package pl.goniec.audit.control;
