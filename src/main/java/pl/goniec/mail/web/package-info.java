/**
 * The head's page about letters, and the line that leads there when something is wrong.
 * No page shows what a letter says.
 */
package pl.goniec.mail.web;
