/**
 * Log-in, log-out and the way from the root to each one's first page.
 * Passwords pass through here to the container and are kept nowhere.
 */
package pl.goniec.identity.web;
