package org.novabm.app.chaos;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.novabm.instance.Instance;
import org.novabm.instance.InstanceStore;
import org.novabm.node.Node;
import org.novabm.node.NodeStore;
import org.novabm.node.SwitchStore;
import org.novabm.service.ServiceStore;
import org.novabm.store.Database;
import org.novabm.store.ServiceHost;
import org.novabm.store.StoreConfiguration;
import org.novabm.store.schema.Schema;
import org.novabm.store.secret.SecretBox;
import org.novabm.task.Task;
import org.novabm.task.TaskStore;
import org.novabm.task.Wakeups;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** What stands in the database that the hosts share; asked beside them. */
final class ChaosRecords implements AutoCloseable {

  private final com.zaxxer.hikari.HikariDataSource pool;
  private final AnnotationConfigApplicationContext context;

  ChaosRecords(Database database, Path key) {
    pool = database.open();
    SecretBox box = new SecretBox(key);
    new Schema(pool).sync(null, box, line -> {});
    context = new AnnotationConfigApplicationContext();
    context.registerBean(DataSource.class, () -> pool);
    context.registerBean(SecretBox.class, () -> box);
    context.registerBean(ServiceHost.class, () -> new ServiceHost("judge"));
    context.registerBean(InstantSource.class, InstantSource::system);
    context.registerBean(Wakeups.class, () -> (task, at) -> {});
    context.register(StoreConfiguration.class);
    context.refresh();
  }

  NodeStore nodes() {
    return context.getBean(NodeStore.class);
  }

  SwitchStore switches() {
    return context.getBean(SwitchStore.class);
  }

  ServiceStore services() {
    return context.getBean(ServiceStore.class);
  }

  Instance instance(UUID uuid) {
    return Objects.requireNonNull(context.getBean(InstanceStore.class).findInstance(uuid));
  }

  @Nullable Task task(UUID instance) {
    return context.getBean(TaskStore.class).findByInstance(instance);
  }

  /** The node that the instance is on; null when it is on none. */
  @Nullable Node nodeOf(UUID instance) {
    return nodes().findByInstance(instance);
  }

  List<Node> allNodes() {
    return nodes().list(0, 1000);
  }

  /** The host whose work a task is. */
  String hostOf(UUID task) {
    return first("select host from tasks where id = ?", task.toString());
  }

  /** How many rows there are that somebody has still to act on. */
  long unfinished() {
    return Long.parseLong(
        first(
            """
            select (select count(*) from tasks where outcome is null)
              + (select count(*) from wakeups)
              + (select count(*) from received_messages where handled = 0)
              + (select count(*) from outbox)
            """));
  }

  private String first(String sql, Object... keys) {
    return Objects.requireNonNull(
        new JdbcTemplate(pool).queryForObject(sql, String.class, keys), sql);
  }

  @Override
  public void close() {
    context.close();
    pool.close();
  }
}
