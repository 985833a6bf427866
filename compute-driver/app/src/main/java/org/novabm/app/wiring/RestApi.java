package org.novabm.app.wiring;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.novabm.api.ApiAccess;
import org.novabm.api.ApiConfiguration;
import org.novabm.api.KnownBackends;
import org.novabm.api.PeerCheck;
import org.novabm.api.ServiceIdentity;
import org.novabm.app.ProductVersion;
import org.novabm.app.backends.InstalledBackends;
import org.novabm.app.conf.settings.Settings;
import org.novabm.spi.Secret;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The REST service and what it must know of this one. */
@Configuration(proxyBeanMethods = false)
@Import(ApiConfiguration.class)
class RestApi {

  @Bean
  ApiAccess access(Settings settings) {
    Secret token = settings.novabm().apiToken();
    return ApiAccess.of(settings.novabm().apiListen(), token.isEmpty() ? null : token, Set.of());
  }

  @Bean
  KnownBackends knownBackends(InstalledBackends backends) {
    return new KnownBackends(
        new KnownBackends.Names(backends.powerNames(), backends.powerAliases()),
        new KnownBackends.Names(backends.networkNames(), backends.networkAliases()));
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
