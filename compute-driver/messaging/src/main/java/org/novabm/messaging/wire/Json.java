package org.novabm.messaging.wire;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
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

  /**
   * Most values, names and brackets; a spawn of Nova has about 1,500. A tree can take 50 times as
   * much heap as its text.
   */
  public static final int MAX_TOKENS = 32_768;

  /** Longest value within a message; user data has at most 64 Ki characters. */
  public static final int MAX_STRING = 256 * 1024;

  private static final JsonMapper ENVELOPES = mapper(MAX_LENGTH);
  private static final JsonMapper MESSAGES = mapper(MAX_STRING);

  private Json() {}

  private static JsonMapper mapper(int longestString) {
    StreamReadConstraints bounds =
        StreamReadConstraints.builder()
            .maxNestingDepth(MAX_DEPTH)
            .maxStringLength(longestString)
            .maxDocumentLength(MAX_LENGTH)
            .maxTokenCount(MAX_TOKENS)
            .build();
    return JsonMapper.builder(
            JsonFactory.builder()
                .streamReadConstraints(bounds)
                // Python writes NaN and Infinity as they are
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .build())
        .build();
  }

  /**
   * Parses the outermost object of a message, in UTF-8. One of its values may be as long as the
   * whole.
   *
   * @throws BadMessageException when the text is too long, too deep, no JSON, or no object
   */
  public static ObjectNode outer(InputStream text) throws BadMessageException {
    try {
      return object(ENVELOPES.readTree(new InputStreamReader(text, StandardCharsets.UTF_8)));
    } catch (JacksonException e) {
      throw unreadable(e);
    }
  }

  /**
   * Parses an object.
   *
   * @throws BadMessageException when the text is too long, too deep, no JSON, or no object
   */
  public static ObjectNode object(byte[] text) throws BadMessageException {
    return object(new String(text, StandardCharsets.UTF_8));
  }

  /**
   * Parses an object.
   *
   * @throws BadMessageException as above
   */
  public static ObjectNode object(String text) throws BadMessageException {
    return object(parse(text));
  }

  /**
   * Parses any value.
   *
   * @throws BadMessageException when the text is too long, too deep, or no JSON
   */
  public static JsonNode parse(String text) throws BadMessageException {
    try {
      return MESSAGES.readTree(text);
    } catch (JacksonException e) {
      throw unreadable(e);
    }
  }

  private static ObjectNode object(JsonNode node) throws BadMessageException {
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw new BadMessageException("not a JSON object");
  }

  private static BadMessageException unreadable(JacksonException cause) {
    // its own message quotes the text, which may hold a secret
    return new BadMessageException(
        cause instanceof StreamConstraintsException
            ? "nested deeper than %d levels, or longer than %d characters, or of more than %d values and names, or with a value of more than %d characters"
                .formatted(MAX_DEPTH, MAX_LENGTH, MAX_TOKENS, MAX_STRING)
            : "not JSON");
  }

  public static String text(JsonNode node) {
    return MESSAGES.writeValueAsString(node);
  }

  /** A new object without members. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
