/**
 * Plain SQL over whole tables: it checks, backs up and moves a database.
 * It works past JPA, because a table may be larger than the memory.
 */
package pl.goniec.upkeep.control;
