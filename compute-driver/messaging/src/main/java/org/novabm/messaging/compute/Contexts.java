package org.novabm.messaging.compute;

import java.util.List;
import org.novabm.instance.RequestContext;
import org.novabm.messaging.wire.Request;
import tools.jackson.databind.JsonNode;

/**
 * Who asked; the releases have several names for the same thing. Nothing here can make a request
 * fail.
 */
final class Contexts {

  private static final int LONGEST = 255;

  private Contexts() {}

  static RequestContext of(Request request) {
    return new RequestContext(
        first(request, List.of("request_id")),
        first(request, List.of("project_id", "tenant", "project")),
        first(request, List.of("user_id", "user")));
  }

  private static String first(Request request, List<String> names) {
    for (String name : names) {
      JsonNode value = request.context().path(name);
      if (value.isString() && !value.stringValue().isEmpty()) {
        String text = value.stringValue().replaceAll("\\p{Cntrl}", "");
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
      }
    }
    return "";
  }
}
