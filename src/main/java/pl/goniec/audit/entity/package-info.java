/**
 * The audit trail as it is stored: rows are added and never changed.
 * The tables refuse it too.
 */
package pl.goniec.audit.entity;
