/**
 * The contract: what a request must look like, what each kind of it does, and what a reply looks like.
 * Companies and people are found by what programs call them; everything is done by the components that people use.
 */
package pl.goniec.backoffice.control;
