/**
 * The audit trail as rows, what to look for in it, and what a check of it has found.
 * Records only.
 */
package pl.goniec.audit.api;
