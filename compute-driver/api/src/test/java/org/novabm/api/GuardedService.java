package org.novabm.api;

import java.time.Duration;
import org.novabm.spi.Secret;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The service with the usual bounds, except that it soon says no. */
@Import(SmallService.class)
class GuardedService {

  static final String TOKEN = "corn-battery-staple";

  @Bean
  ApiAccess access() {
    return new ApiAccess(Secret.of(TOKEN));
  }

  @Bean
  ApiLimits limits() {
    ApiLimits usual = ApiLimits.STANDARD;
    return new ApiLimits(
        usual.connections(),
        usual.connectionsPerAddress(),
        usual.request(),
        usual.answer(),
        usual.calls(),
        usual.bodyBytes(),
        usual.consoles(),
        Duration.ofMillis(20));
  }
}
