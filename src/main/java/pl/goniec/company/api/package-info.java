/**
 * What the rest of Goniec may know of client companies, their people and their caretakers.
 * Records and events; no entity leaves the component.
 */
package pl.goniec.company.api;
