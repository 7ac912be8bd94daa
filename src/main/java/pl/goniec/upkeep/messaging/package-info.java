/**
 * What an operator's tools are told: the figures at the management address.
 * Each stands in the README with its name and unit.
 */
package pl.goniec.upkeep.messaging;
