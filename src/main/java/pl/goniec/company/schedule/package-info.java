/**
 * When substitutes are told to have begun.
 * The work itself is the boundary's.
 */
package pl.goniec.company.schedule;
