/**
 * The web side of security that is nobody's domain: what an anonymous request is answered, headers, the guard of the push path.
 * Also the hashing of passwords in the form that the realm of the server verifies.
 */
package pl.goniec.platform.security;
