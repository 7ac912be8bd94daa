/**
 * Finds what people have neither read nor been told of, and words the letter.
 * A letter counts messages and says nothing of them.
 */
package pl.goniec.notification.control;
