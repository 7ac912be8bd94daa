/**
 * Loading of persons and of the office.
 * Queries are by e-mail or id of a person who proved who he is.
 */
package pl.goniec.identity.control;
