/**
 * What upkeep tells an operator: rules, findings, reports and refusals.
 * Its sentences are in English, as the server's log is.
 */
package pl.goniec.upkeep.api;
