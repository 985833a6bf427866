package org.novabm.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.InstantSource;
import java.util.Map;
import javax.sql.DataSource;
import org.novabm.device.PowerBook;
import org.novabm.instance.InstanceStore;
import org.novabm.journal.MessageJournal;
import org.novabm.node.BmcSecrets;
import org.novabm.node.HoldStore;
import org.novabm.node.NodeStore;
import org.novabm.node.SwitchStore;
import org.novabm.service.ServiceStore;
import org.novabm.step.JobBooks;
import org.novabm.store.secret.SealedJson;
import org.novabm.store.secret.SecretBox;
import org.novabm.store.work.WakeupWrites;
import org.novabm.task.Signal;
import org.novabm.task.TaskStore;
import org.novabm.task.Wakeups;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
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
 * {@link ServiceHost}, an {@link InstantSource}, and a {@link Wakeups} as soon as a job is updated.
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
            DetailsRow.class.getName(),
            SwitchRow.class.getName(),
            SecretRow.class.getName(),
            SecretRow.Owner.class.getName(),
            JobRow.class.getName(),
            JobMacRow.class.getName(),
            MessageRow.class.getName(),
            MessageRow.Key.class.getName(),
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
  Passwords passwords(SecretRows rows, SecretBox box, DataSource database) {
    return new Passwords(rows, box, new JdbcTemplate(database));
  }

  @Bean
  NodeStore nodeStore(
      Transactions transactions,
      NodeRows nodes,
      InterfaceRows cards,
      BmcRows bmcs,
      DetailsRows details,
      Passwords passwords,
      DataSource database,
      InstantSource time) {
    JdbcTemplate jdbc = new JdbcTemplate(database);
    Bmcs listed = new Bmcs(bmcs, nodes, jdbc);
    return new JpaNodeStore(transactions, nodes, cards, listed, details, passwords, jdbc, time);
  }

  @Bean
  HoldStore holdStore(Transactions transactions, DataSource database, InstantSource time) {
    return new JdbcHoldStore(transactions, new HoldTable(new JdbcTemplate(database)), time);
  }

  @Bean
  BmcSecrets bmcSecrets(Transactions transactions, NodeRows nodes, Passwords passwords) {
    return new JpaBmcSecrets(transactions, nodes, passwords);
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

  /** Rings when there is work to do now. */
  @Bean
  Signal due() {
    return new Signal();
  }

  /** Rings when there are notices to send. */
  @Bean
  Signal told() {
    return new Signal();
  }

  @Bean
  InstanceTable instanceTable(DataSource database, SecretBox box, ServiceHost host) {
    return new InstanceTable(new JdbcTemplate(database), new SealedJson(box), host);
  }

  @Bean
  InstanceStore instanceStore(Transactions transactions, InstanceTable instances) {
    return new JdbcInstanceStore(transactions, instances);
  }

  @Bean
  TaskStore taskStore(
      Transactions transactions,
      DataSource database,
      InstanceTable instances,
      JdbcOutbox outbox,
      ServiceHost host,
      @Qualifier("due") Signal due,
      @Qualifier("told") Signal told,
      InstantSource time) {
    JdbcTemplate jdbc = new JdbcTemplate(database);
    return new JdbcTaskStore(
        transactions,
        jdbc,
        new TaskTable(jdbc, host),
        instances,
        outbox,
        new WakeupWrites(jdbc, host),
        new JdbcTaskStore.Signals(due, told),
        time);
  }

  @Bean
  ServiceStore serviceStore(Transactions transactions, DataSource database, InstantSource time) {
    return new JdbcServiceStore(transactions, new JdbcTemplate(database), time);
  }

  /**
   * Wakes through a provider: the wake-ups' work needs deployers, and deployers need these books.
   */
  @Bean
  JobBooks jobBooks(
      Transactions transactions,
      EntityManager entities,
      DataSource database,
      JobRows jobs,
      HelperRows helpers,
      SecretBox box,
      ServiceHost host,
      ObjectProvider<Wakeups> wakeups,
      InstantSource time) {
    return new JpaJobBooks(
        transactions,
        entities,
        new JdbcTemplate(database),
        jobs,
        new DeployHelpers(transactions, helpers, host),
        new SealedJson(box),
        task -> wakeups.getObject().wake(task, time.instant()));
  }

  @Bean
  MessageJournal messageJournal(
      Transactions transactions, MessageRows messages, SecretBox box, ServiceHost host) {
    return new JpaMessageJournal(transactions, messages, box, host);
  }

  @Bean
  JdbcOutbox outbox(Transactions transactions, DataSource database, ServiceHost host) {
    return new JdbcOutbox(transactions, new JdbcTemplate(database), host);
  }
}
