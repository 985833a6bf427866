package org.novabm.api.fault;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Says in the caller's words why a body could not be read; the parser's own words name our classes.
 */
final class UnreadableBody {

  private UnreadableBody() {}

  static Fault explain(@Nullable Throwable cause) {
    return switch (cause) {
      case UnrecognizedPropertyException e ->
          Fault.field(path(e), "is not known; known here: " + known(e));
      case MismatchedInputException e when !e.getPath().isEmpty() ->
          Fault.field(path(e), "must be " + expected(e.getTargetType()));
      case StreamConstraintsException _ ->
          Fault.badRequest("the body is nested too deeply, or has too many or too long parts");
      case StreamReadException e when e.getOriginalMessage().startsWith("Duplicate") ->
          Fault.badRequest(
              "the body has a field twice (line %d, column %d)"
                  .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
      case StreamReadException e ->
          Fault.badRequest(
              "the body is not JSON (line %d, column %d)"
                  .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
      case null -> Fault.badRequest("the body is missing; a JSON object is needed");
      case Throwable _ -> Fault.badRequest("the body must be a JSON object");
    };
  }

  private static String path(JacksonException e) {
    return e.getPath().stream()
        .map(UnreadableBody::element)
        .collect(Collectors.joining())
        .replaceFirst("^\\.", "");
  }

  private static String element(JacksonException.Reference reference) {
    String name = reference.getPropertyName();
    return name == null ? "[" + reference.getIndex() + "]" : "." + name;
  }

  private static String known(UnrecognizedPropertyException e) {
    var ids = e.getKnownPropertyIds();
    return ids == null
        ? "nothing"
        : ids.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
  }

  private static String expected(@Nullable Class<?> type) {
    if (type == null) {
      return "something else";
    }
    if (type == Integer.class || type == Long.class || type == int.class || type == long.class) {
      return "a whole number";
    }
    if (List.class.isAssignableFrom(type)) {
      return "a list";
    }
    return switch (type.getSimpleName().toLowerCase(Locale.ROOT)) {
      case "string", "password" -> "a text";
      case "switchid" -> "a whole number, or null for none";
      case "boolean" -> "true or false";
      default -> "an object";
    };
  }
}
