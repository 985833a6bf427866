package org.novabm.power.redfish;

import java.net.http.HttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a BMC complains of (DSP0266, 8.6). */
final class RedfishError {

  private RedfishError() {}

  /** Status and message, for example {@code 400: The value is not in the list.}. */
  static String text(HttpResponse<String> answer) {
    String message = "";
    try {
      JsonNode error = JsonMapper.shared().readTree(answer.body()).path("error");
      JsonNode info = error.path("@Message.ExtendedInfo").path(0);
      message = info.path("Message").asString(error.path("message").asString(""));
    } catch (JacksonException e) {
      // then the status says it all
    }
    return message.isEmpty() ? "" + answer.statusCode() : answer.statusCode() + ": " + message;
  }
}
