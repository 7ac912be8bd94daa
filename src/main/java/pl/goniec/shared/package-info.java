/**
 * The kernel that every component speaks: ids, sides, scopes, pages and the one exception of the business.
 * It depends on nothing of Goniec and holds no behaviour of a feature.
 */
package pl.goniec.shared;
