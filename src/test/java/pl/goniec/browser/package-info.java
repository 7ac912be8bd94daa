/**
 * What a person sees and does, in a real browser against the shipped WAR, by labels and roles.
 * Each test of a line of the mission begins with its id.
 */
package pl.goniec.browser;
