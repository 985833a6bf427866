package org.novabm.api;

import org.novabm.spi.Secret;
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
                new SimpleModule("secrets").addDeserializer(Secret.class, new SecretReader()));
  }

  /** Passwords become a {@link Secret} while they are read, so that no record prints one. */
  private static final class SecretReader extends ValueDeserializer<Secret> {
    @Override
    public Secret deserialize(JsonParser parser, DeserializationContext context) {
      if (parser.currentToken() == JsonToken.VALUE_STRING) {
        return Secret.of(parser.getString());
      }
      return (Secret) context.handleUnexpectedToken(Secret.class, parser);
    }
  }
}
