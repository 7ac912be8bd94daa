package pl.goniec.backoffice.control;

import jakarta.json.JsonObject;

/**
 * A request that is as the contract says.
 *
 * @param id the program's own number of it
 * @param contentHash by which the same request is known again
 */
public record Request(String id, RequestKind kind, JsonObject body, String contentHash) {}
