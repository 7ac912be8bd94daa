/**
 * The pages of a company's administration behind their scenes: companies and their caretakers for the head, its people for the office,
 * its employees for their entrepreneur. A backing bean holds ids, what was typed and the records on screen; every right is checked by
 * the boundaries it calls.
 */
package pl.goniec.company.web;
