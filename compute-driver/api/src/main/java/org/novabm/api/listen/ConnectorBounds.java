package org.novabm.api.listen;

import org.novabm.api.ApiLimits;
import org.novabm.api.audit.Audit;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the bounds around Tomcat. */
@Configuration(proxyBeanMethods = false)
class ConnectorBounds {

  private static final int MOST_PARAMETERS = 32;

  @Bean
  Visits visits(ApiLimits limits, Audit audit) {
    return new Visits(limits, audit::turnedAway);
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> bounded(
      ApiLimits limits, Visits visits) {
    return factory -> {
      factory.setProtocol(BoundedProtocol.class.getName());
      factory.addConnectorCustomizers(
          connector -> {
            connector.setMaxParameterCount(MOST_PARAMETERS);
            ((BoundedProtocol) connector.getProtocolHandler()).bound(limits, visits);
          });
    };
  }
}
