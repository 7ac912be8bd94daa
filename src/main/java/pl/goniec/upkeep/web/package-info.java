/**
 * What the head of the office sees of upkeep: whether there are backups.
 * Nothing is done here; that is the operator's, and the timer's.
 */
package pl.goniec.upkeep.web;
