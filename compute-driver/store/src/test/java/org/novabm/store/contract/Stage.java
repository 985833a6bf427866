package org.novabm.store.contract;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.novabm.contract.store.Stores;
import org.novabm.device.PowerBook;
import org.novabm.instance.InstanceStore;
import org.novabm.journal.MessageJournal;
import org.novabm.journal.Outbox;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.node.BmcSecrets;
import org.novabm.node.HoldStore;
import org.novabm.node.NodeStore;
import org.novabm.node.SwitchStore;
import org.novabm.service.ServiceStore;
import org.novabm.spi.deploy.JobBook;
import org.novabm.step.JobBooks;
import org.novabm.store.Database;
import org.novabm.store.ServiceHost;
import org.novabm.store.StoreConfiguration;
import org.novabm.store.schema.Schema;
import org.novabm.store.secret.SecretBox;
import org.novabm.store.server.DatabaseServer;
import org.novabm.task.Signal;
import org.novabm.task.TaskStore;
import org.novabm.task.Wakeups;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The stores on one database, and a look behind them. */
public final class Stage implements Stores, AutoCloseable {

  /** The host whose stores these are. */
  static final ServiceHost HOST = new ServiceHost("compute1");

  private final DatabaseServer server;
  private final HikariDataSource pool;
  private final Database database;
  private final SecretBox box;
  private final AnnotationConfigApplicationContext context;
  private final List<UUID> woken = new CopyOnWriteArrayList<>();

  public Stage(DatabaseServer server, Path folder) {
    this.server = server;
    this.database = server.fresh();
    this.pool = database.open();
    this.box = new SecretBox(folder.resolve("key"));
    new Schema(pool).sync(null, box, line -> {});
    this.context = new AnnotationConfigApplicationContext();
    context.registerBean(DataSource.class, () -> pool);
    context.registerBean(SecretBox.class, () -> box);
    context.registerBean(ServiceHost.class, () -> HOST);
    context.registerBean(InstantSource.class, InstantSource::system);
    context.registerBean(Wakeups.class, () -> (deployment, at) -> woken.add(deployment));
    context.register(StoreConfiguration.class);
    context.refresh();
  }

  @Override
  public NodeStore nodes() {
    return context.getBean(NodeStore.class);
  }

  @Override
  public HoldStore holds() {
    return context.getBean(HoldStore.class);
  }

  @Override
  public BmcSecrets secrets() {
    return context.getBean(BmcSecrets.class);
  }

  @Override
  public SwitchStore switches() {
    return context.getBean(SwitchStore.class);
  }

  @Override
  public PowerBook power() {
    return context.getBean(PowerBook.class);
  }

  @Override
  public TaskStore tasks() {
    return context.getBean(TaskStore.class);
  }

  @Override
  public InstanceStore instances() {
    return context.getBean(InstanceStore.class);
  }

  @Override
  public void put(long node, ProvisionState state) {
    execute(
        "update bm_nodes set provision_state = '%s' where id = %d".formatted(state.name(), node));
  }

  public ServiceStore services() {
    return context.getBean(ServiceStore.class);
  }

  /** Rings when there is work. */
  public Signal due() {
    return context.getBean("due", Signal.class);
  }

  /** Rings when there are notices. */
  public Signal told() {
    return context.getBean("told", Signal.class);
  }

  /** Of all deployers. */
  public JobBooks books() {
    return context.getBean(JobBooks.class);
  }

  /** Of the deployer {@code agent}. */
  public JobBook jobs() {
    return books().of("agent");
  }

  @Override
  public MessageJournal journal() {
    return context.getBean(MessageJournal.class);
  }

  @Override
  public Outbox outbox() {
    return context.getBean(Outbox.class);
  }

  /** Tasks that were woken through a job book. */
  public List<UUID> woken() {
    return woken;
  }

  public DataSource pool() {
    return pool;
  }

  public Database database() {
    return database;
  }

  public SecretBox box() {
    return box;
  }

  /** Another database on the same server, empty. */
  public HikariDataSource another() {
    return server.fresh().open();
  }

  @Override
  public List<UUID> takeDue() {
    List<UUID> due = query("select task_id from wakeups").stream().map(UUID::fromString).toList();
    execute("delete from wakeups");
    return due;
  }

  @Override
  public void clear() {
    for (String table : tables()) {
      execute("delete from " + table);
    }
    woken.clear();
  }

  public void execute(String sql) {
    run(pool, sql);
  }

  static void run(DataSource pool, String sql) {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Every value of every row, bytes read as Latin-1. */
  public List<String> everything() {
    List<String> values = new ArrayList<>();
    tables().forEach(table -> values.addAll(column(pool, "select * from " + table)));
    return values;
  }

  public List<String> query(String sql) {
    return column(pool, sql);
  }

  static List<String> column(DataSource pool, String sql) {
    List<String> values = new ArrayList<>();
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          values.add(text(rows.getObject(i), rows, i));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
    return values;
  }

  private static String text(Object value, ResultSet rows, int i) throws SQLException {
    boolean binary = value instanceof byte[] || value instanceof java.sql.Blob;
    return binary
        ? new String(rows.getBytes(i), java.nio.charset.StandardCharsets.ISO_8859_1)
        : String.valueOf(value);
  }

  private static List<String> tables() {
    return List.of(
        "bm_interfaces",
        "bm_nodes",
        "node_bmcs",
        "node_holds",
        "node_details",
        "deploy_helpers",
        "switches",
        "secrets",
        "instances",
        "tasks",
        "task_steps",
        "deploy_jobs",
        "deploy_job_macs",
        "received_messages",
        "outbox",
        "wakeups",
        "services");
  }

  @Override
  public void close() {
    context.close();
    pool.close();
    server.close();
  }
}
