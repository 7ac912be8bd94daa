/**
 * Letters on their way.
 * Nothing outside the component sees these classes.
 */
package pl.goniec.mail.entity;
