/**
 * What Jakarta Faces lacks for this application: records in EL, the language of a view, texts outside pages, errors.
 * Pages and backing beans use it; it knows nothing of any component.
 */
package pl.goniec.platform.faces;
