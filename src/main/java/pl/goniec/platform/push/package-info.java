/**
 * The one way to tell open browsers that something changed for a person.
 * It carries no content: the page reads its own state again, under its own rights. And how many of them there are.
 */
package pl.goniec.platform.push;
