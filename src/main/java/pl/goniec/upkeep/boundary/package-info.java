/**
 * What an operator has done with the database as a whole.
 * Only the system itself may call it: jobs and timers.
 */
package pl.goniec.upkeep.boundary;
