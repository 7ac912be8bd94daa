/**
 * Up to where people have been told by letters.
 * Nothing outside the component sees these classes.
 */
package pl.goniec.notification.entity;
