/**
 * The database as a technical matter: the schema is brought up to date before anything else starts.
 * Also the few conversions between Java and columns that hold for every table.
 */
package pl.goniec.platform.persistence;
