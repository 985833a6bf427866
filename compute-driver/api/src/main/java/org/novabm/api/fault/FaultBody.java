package org.novabm.api.fault;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands under the one key of an error body, for example {@code {"itemNotFound": {"code": 404,
 * "message": "..."}}}.
 *
 * @param code the HTTP status again
 * @param message for people
 * @param field the field at fault; ours, Nova has none
 */
public record FaultBody(
    int code, String message, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String field) {

  public static Map<String, FaultBody> of(FaultKind kind, String message) {
    return Map.of(kind.word(), new FaultBody(kind.code(), message, null));
  }

  static Map<String, FaultBody> of(Fault fault) {
    return Map.of(
        fault.kind().word(), new FaultBody(fault.kind().code(), fault.text(), fault.field()));
  }
}
