/**
 * What the rest of Goniec may know of persons and the office.
 * Records only; passwords never leave the component.
 */
package pl.goniec.identity.api;
