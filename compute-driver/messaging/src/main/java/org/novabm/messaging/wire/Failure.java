package org.novabm.messaging.wire;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Why a call failed, in the form from which a Python caller builds its exception: {@code
 * class(*args, **kwargs)} of the module, if it allows that module; else a RemoteError that shows
 * these texts.
 *
 * @param type the exception's class
 * @param module where it lives, for example {@code nova.exception}
 * @param message what a person reads; also the exception's only positional argument
 * @param details its keyword arguments
 */
public record Failure(String type, String module, String message, Map<String, Object> details) {

  private static final String DISPATCHER = "oslo_messaging.rpc.dispatcher";

  public Failure {
    details = Map.copyOf(details);
  }

  /** No interface of ours has this namespace and version. */
  public static Failure unsupportedVersion(String version, String method) {
    return new Failure(
        "UnsupportedVersion",
        DISPATCHER,
        "Endpoint does not support RPC version " + version + ". Attempted method: " + method,
        Map.of());
  }

  /** The interface fits but has no such method. */
  public static Failure noSuchMethod(String method) {
    return new Failure(
        "NoSuchMethod", DISPATCHER, "Endpoint does not support RPC method " + method, Map.of());
  }

  public static Failure unexpectedArgument(String method, String argument) {
    return typeError(method + "() got an unexpected keyword argument '" + argument + "'");
  }

  public static Failure missingArgument(String method, String argument) {
    return typeError(method + "() missing 1 required positional argument: '" + argument + "'");
  }

  private static Failure typeError(String message) {
    return new Failure("TypeError", "builtins", message, Map.of());
  }

  /** The arguments are there but cannot be used. */
  public static Failure valueError(String message) {
    return new Failure("ValueError", "builtins", message, Map.of());
  }

  /** Something went wrong on our side. */
  public static Failure runtimeError(String message) {
    return new Failure("RuntimeError", "builtins", message, Map.of());
  }

  /**
   * One of Nova's own exceptions, so that Nova's API answers with the status code that belongs to
   * it.
   */
  public static Failure nova(String type, String message, Map<String, Object> details) {
    return new Failure(type, "nova.exception", message, details);
  }

  /** The text of a reply's {@code failure}: JSON inside JSON inside JSON. */
  public String text() {
    ObjectNode json =
        Json.object().put("class", type).put("module", module).put("message", message);
    // a list it must be; old and new callers join it and show it to operators
    json.putArray("tb").add(type + ": " + message + "\n");
    json.putArray("args").add(message);
    ObjectNode kwargs = json.putObject("kwargs");
    details.forEach((name, value) -> put(kwargs, name, value));
    return Json.text(json);
  }

  /** Reads a reply's failure; unknown parts are left out. */
  public static Failure parse(String text) throws BadMessageException {
    ObjectNode json = Json.object(text);
    String message = word(json, "message");
    return new Failure(word(json, "class"), word(json, "module"), message, Map.of());
  }

  private static void put(ObjectNode target, String name, Object value) {
    switch (value) {
      case Integer number -> target.put(name, number);
      case List<?> items -> {
        ArrayNode array = target.putArray(name);
        items.forEach(item -> array.add(String.valueOf(item)));
      }
      case Object other -> target.put(name, other.toString());
    }
  }

  private static String word(ObjectNode json, String name) {
    @Nullable String value = json.path(name).stringValue(null);
    return value == null ? "" : value;
  }
}
