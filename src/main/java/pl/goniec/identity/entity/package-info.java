/**
 * Persons and the office as they are stored.
 * Nothing outside the component sees these classes.
 */
package pl.goniec.identity.entity;
