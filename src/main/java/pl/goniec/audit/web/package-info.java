/**
 * The head's page of the audit trail, and its export as a file.
 * Both read what the address asks for.
 */
package pl.goniec.audit.web;
