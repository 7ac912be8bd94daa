/**
 * Loading of conversations within the rights of a scope, and the set-based writing of notices.
 * There is no way to load one by id alone.
 */
package pl.goniec.conversation.control;
