package org.novabm.api;

import org.novabm.spi.Secret;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** How bodies are read: a field we do not know is a mistake of the caller, and he is told so. */
@Configuration(proxyBeanMethods = false)
class JsonRules {

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
