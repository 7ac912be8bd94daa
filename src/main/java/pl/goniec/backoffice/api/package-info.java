/**
 * A request as it came from the broker, before anybody has looked into it.
 * Records only.
 */
package pl.goniec.backoffice.api;
