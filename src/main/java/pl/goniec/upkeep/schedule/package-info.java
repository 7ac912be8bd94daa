/**
 * When upkeep is done: by an operator, who starts a job, and at night.
 * The work itself is the boundary's.
 */
package pl.goniec.upkeep.schedule;
