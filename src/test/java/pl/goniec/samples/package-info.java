/**
 * The samples for integrators, run as their README says, against a server of their own.
 * They are what a stranger tries first.
 */
package pl.goniec.samples;
