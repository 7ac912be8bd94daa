/**
 * When the audit trail is sealed.
 * The work itself is the boundary's.
 */
package pl.goniec.audit.schedule;
