/**
 * The screens as a person knows them: what can be read and done on each, found by roles and labels.
 * A page object asserts nothing but that its screen is there.
 */
package pl.goniec.browser.page;
