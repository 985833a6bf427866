package org.novabm.rack.redfish;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer.
 *
 * @param body null for none
 * @param honest whether lies leave it alone
 */
record RedfishReply(
    int status, @Nullable String body, Map<String, String> headers, boolean honest) {

  RedfishReply {
    headers = Map.copyOf(headers);
  }

  static final RedfishReply DONE = new RedfishReply(204, null, Map.of(), false);

  static RedfishReply of(ObjectNode body) {
    return new RedfishReply(200, body.toString(), Map.of(), false);
  }

  /** A refusal, with one message (DSP0266, 8.6). */
  static RedfishReply error(int status, String id, String message) {
    ObjectNode error = JsonMapper.shared().createObjectNode();
    ObjectNode inner = error.putObject("error").put("code", "Base.1.8.GeneralError");
    inner.put("message", "See ExtendedInfo.");
    inner
        .putArray("@Message.ExtendedInfo")
        .addObject()
        .put("MessageId", id)
        .put("Message", message);
    return new RedfishReply(status, error.toString(), Map.of(), false);
  }

  static RedfishReply notInList(String property) {
    return error(
        400,
        "Base.1.8.PropertyValueNotInList",
        "The value of " + property + " is not in the list of acceptable values.");
  }

  RedfishReply with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new RedfishReply(status, body, more, honest);
  }
}
