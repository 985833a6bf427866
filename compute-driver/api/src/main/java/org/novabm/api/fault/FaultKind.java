package org.novabm.api.fault;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.novabm.rest.FaultBody;
import org.springframework.http.HttpStatus;

/** The kinds of refusal, with the words Nova has for them. */
public enum FaultKind {
  BAD_REQUEST("badRequest", HttpStatus.BAD_REQUEST),
  UNAUTHORIZED("unauthorized", HttpStatus.UNAUTHORIZED),
  FORBIDDEN("forbidden", HttpStatus.FORBIDDEN),
  NOT_FOUND("itemNotFound", HttpStatus.NOT_FOUND),
  BAD_METHOD("badMethod", HttpStatus.METHOD_NOT_ALLOWED),
  NOT_ACCEPTABLE("notAcceptable", HttpStatus.NOT_ACCEPTABLE),
  TOO_SLOW("requestTimeout", HttpStatus.REQUEST_TIMEOUT),
  CONFLICT("conflictingRequest", HttpStatus.CONFLICT),
  TOO_LARGE("overLimit", HttpStatus.CONTENT_TOO_LARGE),
  BAD_MEDIA_TYPE("badMediaType", HttpStatus.UNSUPPORTED_MEDIA_TYPE),
  INTERNAL("computeFault", HttpStatus.INTERNAL_SERVER_ERROR),
  UNAVAILABLE("serviceUnavailable", HttpStatus.SERVICE_UNAVAILABLE);

  private final String word;
  private final HttpStatus status;

  FaultKind(String word, HttpStatus status) {
    this.word = word;
    this.status = status;
  }

  /** The key of the error body. */
  public String word() {
    return word;
  }

  public int code() {
    return status.value();
  }

  /** The error body. */
  Map<String, FaultBody> body(String message) {
    return Map.of(word, new FaultBody(code(), message, null));
  }

  static Optional<FaultKind> ofCode(int code) {
    return Arrays.stream(values()).filter(kind -> kind.code() == code).findFirst();
  }
}
