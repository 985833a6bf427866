package org.novabm.api.fault;

import java.util.Map;
import java.util.UUID;
import org.novabm.node.BusyException;
import org.novabm.node.DuplicateException;
import org.novabm.rest.FaultBody;
import org.novabm.spi.BackendException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns whatever a request ended with into Nova's form of error body. */
@RestControllerAdvice
class FaultAdvice {

  private static final Logger log = LoggerFactory.getLogger(FaultAdvice.class);

  @ExceptionHandler
  ResponseEntity<Map<String, FaultBody>> refused(Fault fault) {
    return answer(fault.kind(), fault.body());
  }

  @ExceptionHandler
  ResponseEntity<Map<String, FaultBody>> busy(BusyException e) {
    return refused(Fault.conflict(String.valueOf(e.getMessage())));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, FaultBody>> duplicate(DuplicateException e) {
    return refused(Fault.conflict(String.valueOf(e.getMessage())));
  }

  /** A device said no, or nothing; the message tells the operator what to do. */
  @ExceptionHandler
  ResponseEntity<Map<String, FaultBody>> device(BackendException e) {
    String message = String.valueOf(e.getMessage());
    FaultKind kind =
        switch (e) {
          case BackendException.Unreachable _ -> FaultKind.UNAVAILABLE;
          case BackendException.Refused _,
              BackendException.Unsupported _,
              BackendException.ProtocolViolation _ ->
              FaultKind.CONFLICT;
        };
    return answer(kind, kind.body(message));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, FaultBody>> unreadable(HttpMessageNotReadableException e) {
    return refused(UnreadableBody.explain(e.getCause()));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, FaultBody>> wrongType(MethodArgumentTypeMismatchException e) {
    Class<?> type = e.getRequiredType();
    String wanted = type == boolean.class ? "true or false" : "a whole number";
    return refused(Fault.field(e.getName(), "must be " + wanted));
  }

  /**
   * Everything Spring refuses by itself (no such path, wrong method or media type), and the rest.
   */
  @ExceptionHandler
  ResponseEntity<Map<String, FaultBody>> other(Exception e) {
    if (e instanceof ErrorResponse refusal && refusal.getStatusCode().is4xxClientError()) {
      int code = refusal.getStatusCode().value();
      FaultKind kind = FaultKind.ofCode(code).orElse(FaultKind.BAD_REQUEST);
      String detail = refusal.getBody().getDetail();
      return answer(kind, kind.body(detail == null ? "refused" : detail));
    }
    String reference = UUID.randomUUID().toString().substring(0, 8);
    log.error("request failed, reference {}", reference, e);
    return answer(
        FaultKind.INTERNAL,
        FaultKind.INTERNAL.body(
            "the service failed; its log has the reason under reference " + reference));
  }

  private static ResponseEntity<Map<String, FaultBody>> answer(
      FaultKind kind, Map<String, FaultBody> body) {
    return ResponseEntity.status(kind.code()).contentType(MediaType.APPLICATION_JSON).body(body);
  }
}
