package org.novabm.power.redfish;

import java.util.ArrayList;
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

  private static final String INFO = "@Message.ExtendedInfo";
  private static final int MOST_MESSAGES = 16;
  private static final int MOST_TEXTS = 64;
  private static final int LONGEST_TEXT = 100;

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
   * A message of an answer (DSP0266, 8.6).
   *
   * @param id with registry and version; may be empty
   */
  record Message(String id, String text) {

    /** The last part of the id. */
    String key() {
      return id.substring(id.lastIndexOf('.') + 1);
    }
  }

  /** What it says, in the error or beside it; at most so many as are looked at. */
  static List<Message> messages(@Nullable JsonNode body) {
    if (body == null) {
      return List.of();
    }
    JsonNode error = body.path("error");
    List<Message> all = new ArrayList<>();
    for (JsonNode list : List.of(error.path(INFO), body.path(INFO))) {
      list.valueStream()
          .limit(MOST_MESSAGES)
          .forEach(one -> all.add(new Message(text(one, "MessageId"), text(one, "Message"))));
    }
    all.add(new Message(text(error, "code"), text(error, "message")));
    return all;
  }

  /** A property's text; empty when it is none. */
  static String text(JsonNode node, String property) {
    JsonNode value = node.path(property);
    return value.isString() ? value.stringValue() : "";
  }

  /** The texts of a list, no more than 64 and none longer than 100 letters. */
  static List<String> texts(JsonNode list) {
    return list.valueStream()
        .limit(MOST_TEXTS)
        .map(one -> one.asString(""))
        .filter(one -> !one.isEmpty() && one.length() <= LONGEST_TEXT)
        .toList();
  }

  /** What it complains of, for example {@code 400: The value is not in the list.}. */
  static String complaint(int status, @Nullable JsonNode body) {
    return messages(body).stream()
        .map(Message::text)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .map(text -> status + ": " + BodyExcerpt.of(text))
        .orElse("" + status);
  }
}
