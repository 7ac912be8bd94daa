/**
 * The pages of a correspondence behind their scenes: a company's START, its conversations, the picker, the client's window.
 * A backing bean holds ids, what was typed and the records on screen; every right is checked by the boundaries it calls.
 */
package pl.goniec.conversation.web;
