/**
 * The contract as integrators read it, served by the application that keeps it.
 * It holds nothing of anybody's.
 */
package pl.goniec.backoffice.web;
