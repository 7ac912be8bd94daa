/**
 * Use cases on client companies.
 * A company that is not the caller's does not exist for him.
 */
package pl.goniec.company.boundary;
