package org.novabm.api;

import java.util.Set;
import org.novabm.spi.Secret;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Listens everywhere and asks for a token. */
@Import(SmallService.class)
class GuardedService {

  static final String TOKEN = "corn-battery-staple";

  @Bean
  ApiAccess access() {
    return ApiAccess.of("0.0.0.0", Secret.of(TOKEN), Set.of());
  }
}
