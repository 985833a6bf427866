package org.novabm.api;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Listens on loopback and asks for no token. */
@Import(SmallService.class)
class OpenService {

  @Bean
  ApiAccess access() {
    return ApiAccess.of("127.0.0.1", null, Set.of("rack1.example"));
  }
}
