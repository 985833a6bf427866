package org.novabm.app.wiring;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.novabm.api.ApiAccess;
import org.novabm.api.ApiConfiguration;
import org.novabm.api.ApiLimits;
import org.novabm.api.EndpointCheck;
import org.novabm.api.KnownBackends;
import org.novabm.api.PeerCheck;
import org.novabm.api.ServiceIdentity;
import org.novabm.app.backends.EnabledDeployers;
import org.novabm.app.backends.InstalledBackends;
import org.novabm.conf.ProductVersion;
import org.novabm.conf.service.TokenFile;
import org.novabm.conf.settings.ApiSettings;
import org.novabm.conf.settings.Settings;
import org.novabm.node.NetworkSwitch;
import org.novabm.node.Node;
import org.novabm.spi.MemoryBound;
import org.novabm.spi.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The REST service and what it must know of this one. */
@Configuration(proxyBeanMethods = false)
@Import(ApiConfiguration.class)
class RestApi {

  private static final Logger log = LoggerFactory.getLogger(RestApi.class);

  @Bean
  ApiAccess access(Settings settings) {
    warnOfPlainText(settings.api());
    Secret token = settings.api().apiToken();
    return new ApiAccess(
        token.isEmpty() ? TokenFile.in(settings.host().statePath()).load() : token);
  }

  private static void warnOfPlainText(ApiSettings api) {
    try {
      if (!api.tls() && !InetAddress.getByName(api.apiListen()).isLoopbackAddress()) {
        log.warn(
            "the REST API listens on {} without TLS: its token crosses the network in clear; set"
                + " enabled_ssl_apis = osapi_compute, or put a proxy with TLS before 127.0.0.1",
            api.apiListen());
      }
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(
          "the API cannot listen on '%s' ([novabm] api_listen): no such address or host name"
              .formatted(api.apiListen()),
          e);
    }
  }

  @Bean
  ApiLimits limits(Settings settings) {
    return limits(settings.api());
  }

  static ApiLimits limits(ApiSettings api) {
    return new ApiLimits(
        api.apiConnections(),
        api.apiConnectionsPerAddress(),
        api.apiRequest(),
        api.apiAnswer(),
        api.apiCalls(),
        api.apiBodyKib() << 10,
        api.apiConsoles(),
        ApiLimits.STANDARD.slowestRefusal());
  }

  /** The heap that callers can take. */
  static List<MemoryBound> bounds(Settings settings) {
    return limits(settings.api()).bounds(settings.api().tls());
  }

  @Bean
  KnownBackends knownBackends(
      InstalledBackends backends, EnabledDeployers deployers, Settings settings) {
    return new KnownBackends(
        new KnownBackends.Names(backends.powerNames(), backends.powerAliases()),
        new KnownBackends.Names(backends.networkNames(), backends.networkAliases()),
        settings.baremetal().networkmgrDriver(),
        new KnownBackends.Names(deployers.names(), Set.of()),
        new KnownBackends.Names(deployers.bootNames(), Set.of()));
  }

  /** A manager that opens makes no call, and says what it cannot work with. */
  @Bean
  EndpointCheck endpointCheck(InstalledBackends backends) {
    return new EndpointCheck() {
      @Override
      public void node(Node node, Secret password) {
        backends.power(node.powerManager(), node.power().with(password)).close();
      }

      @Override
      public void networkSwitch(NetworkSwitch networkSwitch) {
        backends.network(networkSwitch).close();
      }
    };
  }

  @Bean
  ServiceIdentity identity(Settings settings) {
    return new ServiceIdentity(settings.host().host(), ProductVersion.text());
  }

  @Bean
  PeerCheck databaseCheck(DataSource database) {
    return new PeerCheck() {
      @Override
      public String name() {
        return "db";
      }

      @Override
      public String check() {
        try (Connection connection = database.getConnection()) {
          return connection.getMetaData().getDatabaseProductName()
              + " "
              + connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
          throw new IllegalStateException("the database does not answer", e);
        }
      }
    };
  }
}
