package org.novabm.rack.redfish;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request.
 *
 * @param path without a slash at its end
 * @param asked the path as it came
 * @param query what stands behind a question mark; empty for none
 * @param body an empty object when there is none
 */
record RedfishRequest(
    String method, String path, String asked, String query, JsonNode body, Headers headers) {

  static RedfishRequest of(HttpExchange exchange) throws IOException {
    String asked = exchange.getRequestURI().getPath();
    String query = exchange.getRequestURI().getRawQuery();
    return new RedfishRequest(
        exchange.getRequestMethod(),
        asked.replaceFirst("/$", ""),
        asked,
        query == null ? "" : query,
        body(exchange.getRequestBody().readAllBytes()),
        exchange.getRequestHeaders());
  }

  private static JsonNode body(byte[] bytes) {
    try {
      return JsonMapper.shared().readTree(bytes.length == 0 ? "{}".getBytes(UTF_8) : bytes);
    } catch (JacksonException e) {
      return JsonMapper.shared().createObjectNode();
    }
  }

  boolean is(String wantedMethod, String wantedPath) {
    return method.equals(wantedMethod) && path.equals(wantedPath);
  }

  @Nullable String header(String name) {
    return headers.getFirst(name);
  }

  /** For whoever wants to know what was asked, for example {@code PATCH /redfish/v1/x "1"}. */
  String summary() {
    String tag = header("If-Match");
    return method
        + " "
        + asked
        + (query.isEmpty() ? "" : "?" + query)
        + (tag == null ? "" : " " + tag);
  }
}
