/**
 * Client companies, their people and their caretakers as they are stored.
 * The rights that follow from them are a database view, which {@code CompanyAccess} maps.
 */
package pl.goniec.company.entity;
