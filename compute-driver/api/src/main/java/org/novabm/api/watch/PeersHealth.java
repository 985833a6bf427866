package org.novabm.api.watch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.novabm.api.PeerCheck;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts what the service cannot work without into {@code /actuator/health}, below {@code peers}. */
@Configuration(proxyBeanMethods = false)
class PeersHealth {

  @Bean
  HealthContributor peersHealthContributor(List<PeerCheck> checks) {
    Map<String, HealthContributor> parts = new LinkedHashMap<>();
    checks.forEach(check -> parts.put(check.name(), (HealthIndicator) () -> health(check)));
    return CompositeHealthContributor.fromMap(parts);
  }

  private static Health health(PeerCheck check) {
    try {
      return Health.up().withDetail("found", check.check()).build();
    } catch (RuntimeException e) {
      return Health.down().withDetail("error", String.valueOf(e.getMessage())).build();
    }
  }
}
