/**
 * How fast Goniec is, as ratios against a limit or a peer measured in the same run; src/bench/README.md says how and how much.
 * A benchmark prints and writes what it found and judges nothing: a slow machine is no failure.
 */
package pl.goniec.bench;
