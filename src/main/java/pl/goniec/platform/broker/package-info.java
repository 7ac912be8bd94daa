/**
 * What the server's own broker does for Goniec: it writes on each message who has sent it,
 * and puts what is senseless behind what is not.
 * A remote broker has to be taught the same by whoever runs it.
 */
package pl.goniec.platform.broker;
