package org.novabm.app.wiring;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.novabm.app.backends.EnabledDeployers;
import org.novabm.app.backends.InstalledBackends;
import org.novabm.conf.settings.JdbcConnection;
import org.novabm.conf.settings.Settings;
import org.novabm.store.ServiceHost;
import org.novabm.store.StoreConfiguration;
import org.novabm.store.schema.Schema;
import org.novabm.store.secret.SecretBox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What every program that touches the database needs: settings, database, secrets, back ends. */
@Configuration(proxyBeanMethods = false)
@Import(StoreConfiguration.class)
public class Foundation {

  private static final Logger log = LoggerFactory.getLogger(Foundation.class);
  private static final int CONNECTIONS = 16;

  @Bean
  InstantSource time() {
    return InstantSource.system();
  }

  @Bean
  ServiceHost serviceHost(Settings settings) {
    return new ServiceHost(settings.host().host());
  }

  @Bean
  SecretBox secretBox(Settings settings) {
    return new SecretBox(settings.novabm().secretKeyFile());
  }

  @Bean
  DataSource database(Settings settings, SecretBox secrets) {
    JdbcConnection jdbc = settings.database().jdbc();
    DataSource database = jdbc.database(CONNECTIONS).open();
    bringUpToDate(new Schema(database), jdbc, secrets);
    return database;
  }

  @Bean
  InstalledBackends backends(Settings settings) {
    return InstalledBackends.load(
        settings.novabm().pluginDir(),
        settings.baremetal().powerManager(),
        settings.baremetal().networkmgrDriver(),
        settings.backends()::power,
        settings.backends()::netswitch);
  }

  @Bean
  EnabledDeployers deployersOfNodes(InstalledBackends backends, Settings settings) {
    return EnabledDeployers.of(
        backends, settings.baremetal().deployer(), settings.novabm().enabledDeployInterfaces());
  }

  /**
   * Our own file database is nobody else's business; an operator's database is changed by db sync
   * alone.
   */
  private static void bringUpToDate(Schema schema, JdbcConnection jdbc, SecretBox secrets) {
    if (jdbc.url().startsWith("jdbc:h2:")) {
      schema.sync(null, secrets, line -> log.info("{}", line));
    } else if (!schema.pending().isEmpty()) {
      throw new IllegalStateException(
          "the database lacks %s; run: nova-baremetal-manage db sync".formatted(schema.pending()));
    } else {
      schema.requireKey(secrets);
    }
  }
}
