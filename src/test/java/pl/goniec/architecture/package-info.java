/**
 * The rules of the house as tests: who may use whom, what stands where, and that both languages say the same.
 * A violation is mended, never frozen.
 */
package pl.goniec.architecture;
