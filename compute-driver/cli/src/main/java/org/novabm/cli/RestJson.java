package org.novabm.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novabm.rest.FaultBody;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests and answers of the service as JSON. A newer service may say more than this tool knows,
 * which is passed over; an older one may say less, which is null, 0 or false then.
 */
public final class RestJson {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();
  private static final TypeReference<Map<String, FaultBody>> FAULT = new TypeReference<>() {};

  private RestJson() {}

  /**
   * An answer.
   *
   * @throws JacksonException when it is none of that kind
   */
  public static <T> T read(String text, Class<T> type) {
    T read = JSON.readValue(text, type);
    if (read == null) {
      throw MismatchedInputException.from((JsonParser) null, type, "it is null");
    }
    return read;
  }

  /** Why a call was refused; null when the answer does not say. */
  static @Nullable String refusal(String text) {
    return JSON.readValue(text, FAULT).values().stream()
        .map(FaultBody::message)
        .findFirst()
        .orElse(null);
  }

  static byte[] written(Object body) {
    return JSON.writeValueAsBytes(body);
  }
}
