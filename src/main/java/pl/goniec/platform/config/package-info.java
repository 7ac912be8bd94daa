/**
 * Every setting of the environment, read in one place and once, with its default and its unit.
 * Nobody else asks the environment, so the table in the README and this package are the same list.
 */
package pl.goniec.platform.config;
