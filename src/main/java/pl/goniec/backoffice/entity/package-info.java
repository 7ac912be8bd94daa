/**
 * The note of every request that was answered.
 * It is what makes each of them done once, whatever dies.
 */
package pl.goniec.backoffice.entity;
