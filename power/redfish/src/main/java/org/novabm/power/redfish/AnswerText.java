package org.novabm.power.redfish;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.ByteBudget;
import org.novabm.spi.Deadline;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bodies of answers as JSON, within the bounds of depth, and of heap for the tree. */
final class AnswerText {

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(100)
                          .maxStringLength(64 << 10)
                          .maxNameLength(1 << 10)
                          .build())
                  .build())
          .build();

  private AnswerText() {}

  /**
   * The tree.
   *
   * @param share pays for it
   * @throws JacksonException when it is no JSON, or deeper than 100
   */
  static JsonNode tree(byte[] body, ByteBudget.Share share, Deadline deadline) {
    long heap = properties(body) * (long) AnswerLimits.HEAP_PER_PROPERTY;
    share.take((int) Math.min(heap, Integer.MAX_VALUE), deadline);
    return MAPPER.readTree(body);
  }

  /** No fewer than there are: those that look so within texts are counted as well. */
  private static int properties(byte[] body) {
    int count = 1;
    for (byte one : body) {
      if (one == ',' || one == '{' || one == '[') {
        count++;
      }
    }
    return count;
  }

  /**
   * What it complains of (DSP0266, 8.6), for example {@code 400: The value is not in the list.}.
   */
  static String complaint(int status, @Nullable JsonNode body) {
    if (body == null) {
      return "" + status;
    }
    JsonNode error = body.path("error");
    String message =
        List.of(
                error.path("@Message.ExtendedInfo").path(0).path("Message").asString(""),
                error.path("message").asString(""))
            .stream()
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("");
    return message.isEmpty() ? "" + status : status + ": " + Excerpt.of(message);
  }
}
