/**
 * Who may read and write what, as axioms over offices drawn at random, on both engines.
 * What should hold is said a second time and in another way than the application says it.
 */
package pl.goniec.rights;
