package org.novabm.api;

import java.time.Duration;
import org.novabm.spi.Secret;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The service with the usual bounds, except that it waits for a second only, and has two places at
 * its consoles.
 */
@Import(SmallService.class)
class ImpatientService {

  @Bean
  ApiAccess access() {
    return new ApiAccess(Secret.of(GuardedService.TOKEN));
  }

  @Bean
  ApiLimits limits() {
    ApiLimits usual = ApiLimits.STANDARD;
    return new ApiLimits(
        usual.connections(),
        usual.connectionsPerAddress(),
        Duration.ofSeconds(1),
        Duration.ofSeconds(1),
        2,
        usual.bodyBytes(),
        2,
        Duration.ofMillis(100));
  }
}
