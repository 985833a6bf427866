package org.novabm.messaging.wire;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON text with bounds: what a peer sends can neither nest without end nor fill the memory. */
public final class Json {

  /** Longest text that is parsed, in bytes or characters. */
  public static final int MAX_LENGTH = 8 * 1024 * 1024;

  /** Deepest nesting; a RequestSpec of Nova has about 12 levels. */
  public static final int MAX_DEPTH = 64;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxStringLength(MAX_LENGTH)
                          .maxDocumentLength(MAX_LENGTH)
                          .build())
                  // Python writes NaN and Infinity as they are
                  .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                  .build())
          .build();

  private Json() {}

  /**
   * Parses an object.
   *
   * @throws BadMessageException when the text is too long, too deep, no JSON, or no object
   */
  public static ObjectNode object(byte[] text) throws BadMessageException {
    if (text.length > MAX_LENGTH) {
      throw new BadMessageException(
          "longer than " + MAX_LENGTH + " bytes (" + text.length + " bytes)");
    }
    return object(new String(text, StandardCharsets.UTF_8));
  }

  /**
   * Parses an object.
   *
   * @throws BadMessageException as above
   */
  public static ObjectNode object(String text) throws BadMessageException {
    if (parse(text) instanceof ObjectNode object) {
      return object;
    }
    throw new BadMessageException("not a JSON object");
  }

  /**
   * Parses any value.
   *
   * @throws BadMessageException when the text is too long, too deep, or no JSON
   */
  public static JsonNode parse(String text) throws BadMessageException {
    if (text.length() > MAX_LENGTH) {
      throw new BadMessageException("longer than " + MAX_LENGTH + " characters");
    }
    try {
      return MAPPER.readTree(text);
    } catch (JacksonException e) {
      // its own message quotes the text, which may hold a secret
      throw new BadMessageException("not JSON, or nested deeper than " + MAX_DEPTH + " levels");
    }
  }

  public static String text(JsonNode node) {
    return MAPPER.writeValueAsString(node);
  }

  /** A new object without members. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
