/**
 * Loading of companies within the rights of a scope.
 * There is no way to load one by id alone.
 */
package pl.goniec.company.control;
