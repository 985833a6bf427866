package org.novabm.api;

import org.jspecify.annotations.Nullable;
import org.novabm.rest.Password;
import org.novabm.rest.v1.SwitchId;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * How bodies are read: a field that we do not know, or that stands twice, is a mistake of the
 * caller, and he is told so. A body of 1 MiB cannot become many times as many objects.
 */
@Configuration(proxyBeanMethods = false)
class JsonRules {

  private static final int MOST_TOKENS = 10_000;
  private static final int LONGEST_TEXT = 128 << 10;
  private static final int DEEPEST = 32;

  @Bean
  JsonFactoryBuilderCustomizer boundedBodies() {
    return factory ->
        factory
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxTokenCount(MOST_TOKENS)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNestingDepth(DEEPEST)
                    .build());
  }

  @Bean
  JsonMapperBuilderCustomizer strictBodies() {
    return builder ->
        builder
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .addModule(
                new SimpleModule("bodies")
                    .addDeserializer(Password.class, new PasswordReader())
                    .addDeserializer(SwitchId.class, new SwitchIdReader()));
  }

  /** A number is no password. */
  private static final class PasswordReader extends ValueDeserializer<Password> {
    @Override
    public Password deserialize(JsonParser parser, DeserializationContext context) {
      if (parser.currentToken() == JsonToken.VALUE_STRING) {
        return new Password(parser.getString());
      }
      return (Password) context.handleUnexpectedToken(Password.class, parser);
    }
  }

  /** Null is the word for none, and differs from a field that is left out. */
  private static final class SwitchIdReader extends ValueDeserializer<SwitchId> {
    @Override
    public SwitchId deserialize(JsonParser parser, DeserializationContext context) {
      if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
          && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
        return new SwitchId(parser.getLongValue());
      }
      return (SwitchId) context.handleUnexpectedToken(SwitchId.class, parser);
    }

    @Override
    public SwitchId getNullValue(DeserializationContext context) {
      return SwitchId.NONE;
    }

    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) {
      return null;
    }
  }
}
