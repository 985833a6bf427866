package org.novabm.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.InstantSource;
import java.util.Map;
import javax.sql.DataSource;
import org.novabm.device.PowerBook;
import org.novabm.journal.MessageJournal;
import org.novabm.journal.Outbox;
import org.novabm.node.NodeStore;
import org.novabm.node.SwitchStore;
import org.novabm.provisioning.DeploymentStore;
import org.novabm.provisioning.Wakeups;
import org.novabm.spi.deploy.OrderBook;
import org.novabm.store.secret.SealedJson;
import org.novabm.store.secret.SecretBox;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The stores as beans. Needs a {@link DataSource} with the schema in place, a {@link SecretBox}, a
 * {@link ServiceHost}, an {@link InstantSource}, and a {@link Wakeups} as soon as an order is
 * updated.
 */
@Configuration(proxyBeanMethods = false)
@EnableJpaRepositories(basePackageClasses = StoreConfiguration.class)
public class StoreConfiguration {

  @Bean
  LocalContainerEntityManagerFactoryBean entityManagerFactory(DataSource database) {
    LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
    factory.setDataSource(database);
    factory.setManagedTypes(
        PersistenceManagedTypes.of(
            NodeRow.class.getName(),
            InterfaceRow.class.getName(),
            SwitchRow.class.getName(),
            SecretRow.class.getName(),
            SecretRow.Owner.class.getName(),
            DeploymentRow.class.getName(),
            StepRow.class.getName(),
            StepRow.Place.class.getName(),
            OrderRow.class.getName(),
            OrderMacRow.class.getName(),
            MessageRow.class.getName(),
            MessageRow.Key.class.getName(),
            NoticeRow.class.getName(),
            PowerRow.class.getName(),
            BmcRow.class.getName(),
            BmcRow.Key.class.getName(),
            HelperRow.class.getName(),
            HelperRow.Key.class.getName()));
    factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
    factory.setJpaPropertyMap(
        Map.of(
            "hibernate.hbm2ddl.auto", "none",
            "hibernate.physical_naming_strategy",
                "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl",
            "hibernate.type.preferred_instant_jdbc_type", "TIMESTAMP",
            "hibernate.jdbc.time_zone", "UTC",
            "hibernate.cache.use_second_level_cache", "false",
            "hibernate.query.in_clause_parameter_padding", "true"));
    return factory;
  }

  @Bean
  PlatformTransactionManager transactionManager(EntityManagerFactory entities) {
    return new JpaTransactionManager(entities);
  }

  @Bean
  Transactions transactions(PlatformTransactionManager manager) {
    return new Transactions(manager);
  }

  @Bean
  Passwords passwords(SecretRows rows, SecretBox box) {
    return new Passwords(rows, box);
  }

  @Bean
  NodeStore nodeStore(
      Transactions transactions,
      NodeRows nodes,
      InterfaceRows cards,
      BmcRows bmcs,
      Passwords passwords,
      InstantSource time) {
    return new JpaNodeStore(transactions, nodes, cards, bmcs, passwords, time);
  }

  @Bean
  PowerBook powerBook(Transactions transactions, PowerRows rows) {
    return new JpaPowerBook(transactions, rows);
  }

  @Bean
  SwitchStore switchStore(
      Transactions transactions, SwitchRows switches, NodeRows nodes, Passwords passwords) {
    return new JpaSwitchStore(transactions, switches, nodes, passwords);
  }

  @Bean
  DeploymentStore deploymentStore(
      Transactions transactions,
      EntityManager entities,
      DeploymentRows deployments,
      DataSource database,
      StepRows steps,
      NoticeRows notices,
      SecretBox box,
      ServiceHost host) {
    return new JpaDeploymentStore(
        transactions,
        entities,
        deployments,
        new DeploymentWrites(new JdbcTemplate(database)),
        steps,
        notices,
        new SealedJson(box),
        host);
  }

  /**
   * Wakes through a provider: the wake-ups' work needs a deployer, and a deployer needs this book.
   */
  @Bean
  OrderBook orderBook(
      Transactions transactions,
      EntityManager entities,
      OrderRows orders,
      HelperRows helpers,
      SecretBox box,
      ServiceHost host,
      ObjectProvider<Wakeups> wakeups,
      InstantSource time) {
    return new JpaOrderBook(
        transactions,
        entities,
        orders,
        new Helpers(transactions, helpers, host),
        new SealedJson(box),
        deployment -> wakeups.getObject().wake(deployment, time.instant()));
  }

  @Bean
  MessageJournal messageJournal(
      Transactions transactions, MessageRows messages, SecretBox box, ServiceHost host) {
    return new JpaMessageJournal(transactions, messages, box, host);
  }

  @Bean
  Outbox outbox(Transactions transactions, NoticeRows notices) {
    return new JpaOutbox(transactions, notices);
  }
}
