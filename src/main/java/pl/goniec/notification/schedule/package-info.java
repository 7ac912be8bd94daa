/**
 * The timers by which people are told.
 * One is for those who want to know at once, the other for those who want it gathered.
 */
package pl.goniec.notification.schedule;
