package org.novabm.api.fault;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novabm.rest.FaultBody;

/** A request is refused; the message tells the caller why and what would be accepted. */
public final class Fault extends RuntimeException {

  private final FaultKind kind;
  private final @Nullable String field;

  private Fault(FaultKind kind, @Nullable String field, String message) {
    super(message);
    this.kind = kind;
    this.field = field;
  }

  /** A field of the request is missing or wrong; the message says what is allowed there. */
  public static Fault field(String field, String message) {
    return new Fault(FaultKind.BAD_REQUEST, field, field + " " + message);
  }

  public static Fault badRequest(String message) {
    return new Fault(FaultKind.BAD_REQUEST, null, message);
  }

  public static Fault notFound(String message) {
    return new Fault(FaultKind.NOT_FOUND, null, message);
  }

  public static Fault conflict(String message) {
    return new Fault(FaultKind.CONFLICT, null, message);
  }

  /** The same of a field that stands below another one; what is about no field stays as it is. */
  public Fault below(String prefix) {
    return field == null ? this : new Fault(kind, prefix + field, prefix + getMessage());
  }

  public FaultKind kind() {
    return kind;
  }

  /** The field this is about, as the caller wrote it, for example {@code power.address}. */
  public @Nullable String field() {
    return field;
  }

  /** The error body. */
  Map<String, FaultBody> body() {
    return Map.of(kind.word(), new FaultBody(kind.code(), String.valueOf(getMessage()), field));
  }
}
