/**
 * Who is calling, in whose name, and what he chose for himself.
 * Every right elsewhere starts with the scope that is made here.
 */
package pl.goniec.identity.boundary;
