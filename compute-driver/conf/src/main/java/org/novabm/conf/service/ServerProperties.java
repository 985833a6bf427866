package org.novabm.conf.service;

import java.util.HashMap;
import java.util.Map;
import org.novabm.conf.settings.ApiSettings;

/** What the web server is told of nova.conf, in the words of Spring Boot. */
public final class ServerProperties {

  private ServerProperties() {}

  /** Address, port and certificate. */
  public static Map<String, Object> of(ApiSettings api) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("server.address", api.apiListen());
    properties.put("server.port", api.apiPort());
    if (api.tls()) {
      properties.put("server.ssl.certificate", "file:" + api.sslCertFile());
      properties.put("server.ssl.certificate-private-key", "file:" + api.sslKeyFile());
      properties.put("server.ssl.enabled-protocols", "TLSv1.2,TLSv1.3");
    }
    return properties;
  }
}
