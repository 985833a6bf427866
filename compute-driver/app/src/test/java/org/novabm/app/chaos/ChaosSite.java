package org.novabm.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.awaitility.core.ConditionTimeoutException;
import org.novabm.messaging.PrivateRabbit;
import org.novabm.messaging.rpc.OutgoingCall;
import org.novabm.messaging.rpc.RpcCaller;
import org.novabm.messaging.wire.Json;
import org.novabm.node.NewNode;
import org.novabm.node.Node;
import org.novabm.service.ServiceRecord;
import org.novabm.store.Database;
import org.novabm.store.server.DatabaseServer;
import org.novabm.store.server.MariaDbServer;
import tools.jackson.databind.node.ObjectNode;

/** Two hosts, what they share, and a scheduler's client. */
final class ChaosSite implements AutoCloseable {

  static final String PROVISIONING = "10";
  static final String TENANT = "20";
  private static final Duration PATIENT = Duration.ofMinutes(4);
  private static final int NODES_EACH = 2;

  final ChaosRack rack;
  final ChaosRecords records;
  final List<ChaosHost> hosts;
  private final Path folder;
  private final DatabaseServer mariadb;
  private final PrivateRabbit rabbit;
  private final RpcCaller scheduler;

  ChaosSite(Path folder) throws Exception {
    this.folder = folder;
    mariadb = MariaDbServer.start(Files.createDirectories(folder.resolve("mariadb")));
    rabbit = PrivateRabbit.start(Files.createDirectories(folder.resolve("rabbit")));
    rack = new ChaosRack(folder, 2 * NODES_EACH);
    Database database = mariadb.fresh();
    records = new ChaosRecords(database, folder.resolve("secret.key"));
    hosts = List.of(host("h1", database), host("h2", database));
    register();
    for (ChaosHost host : hosts) {
      host.start();
    }
    hosts.forEach(host -> until("host " + host.name + " to come up", host::isUp));
    scheduler = RpcCaller.connect(rabbit.settings(), "nova");
  }

  private ChaosHost host(String name, Database database) throws IOException {
    return new ChaosHost(
        name,
        folder,
        """
        [DEFAULT]
        host = %1$s
        state_path = %2$s/%1$s/state
        transport_url = %3$s
        [baremetal]
        driver = fake
        power_manager = ipmi
        sql_connection = %4$s
        tftp_root = %2$s/%1$s
        [novabm]
        api_port = 0
        secret_key_file = %2$s/secret.key
        provisioning_vlan = %5$s
        tenant_vlan = %6$s
        power_sync_seconds = 0
        console_log_kib = 0
        lease_seconds = 2
        takeover_seconds = 1
        [netswitch:junos]
        known_hosts = %7$s
        """
            .formatted(
                name,
                folder,
                rabbit.url(),
                database.url().replace("jdbc:mysql://", "mysql://" + database.user() + "@"),
                PROVISIONING,
                TENANT,
                rack.knownHosts()));
  }

  private void register() {
    long plugged = records.switches().add(rack.plug()).id();
    for (int i = 0; i < 2 * NODES_EACH; i++) {
      NewNode node = rack.node(i, i < NODES_EACH ? "h1" : "h2", plugged);
      records.nodes().add(node.node(), node.password());
    }
  }

  UUID spawn(ChaosHost host) throws Exception {
    UUID instance = UUID.randomUUID();
    ObjectNode args = Json.object().put("name", "chaos");
    args.putObject("image").put("id", "user.img");
    args.putObject("flavor").put("memory_mb", 1024).put("vcpus", 1).put("root_gb", 1);
    ask(host, "spawn", instance, args);
    return instance;
  }

  void rebuild(ChaosHost host, UUID instance) throws Exception {
    ObjectNode args = Json.object();
    args.putObject("image").put("id", "other.img");
    ask(host, "rebuild", instance, args);
  }

  void destroy(ChaosHost host, UUID instance) throws Exception {
    ask(host, "destroy", instance, Json.object());
  }

  private void ask(ChaosHost host, String method, UUID instance, ObjectNode args) throws Exception {
    args.put("instance_uuid", instance.toString());
    scheduler.call("compute." + host.name, OutgoingCall.brief(method, args), PATIENT);
  }

  /** The machine runs for the instance, in the tenant's network. */
  void assertRuns(UUID instance) {
    Node node = Objects.requireNonNull(records.nodeOf(instance), "it is on no node");
    assertThat(rack.isOn(node)).as("%s is on", node.display()).isTrue();
    assertThat(rack.vlanOf(node)).as("VLAN of %s", node.display()).contains(TENANT);
  }

  /** Nothing is left of it on any machine. */
  void assertNothingIsLeft() {
    for (Node node : records.allNodes()) {
      assertThat(node.isAvailable()).as("%s is free", node.display()).isTrue();
      assertThat(rack.isOn(node)).as("%s is on", node.display()).isFalse();
      assertThat(rack.vlanOf(node)).as("VLAN of %s", node.display()).isEmpty();
    }
  }

  /** Both act for themselves, and every node is with its own host. */
  void untilAllAreHome() {
    until(
        "both hosts to have their nodes",
        () ->
            records.services().loads().stream()
                .allMatch(
                    load -> acts(load.record()) && load.nodes() == NODES_EACH && load.away() == 0));
  }

  private static boolean acts(@org.jspecify.annotations.Nullable ServiceRecord service) {
    return service != null && service.process() != null;
  }

  void until(String what, Callable<Boolean> condition) {
    try {
      await(what).atMost(PATIENT).pollInterval(Duration.ofMillis(50)).until(condition);
    } catch (ConditionTimeoutException e) {
      throw new AssertionError("waited in vain for " + what + lastWords(), e);
    }
  }

  private String lastWords() {
    StringBuilder all = new StringBuilder();
    hosts.forEach(host -> all.append("\n").append(host.name).append(": ").append(host.lastWords()));
    return all.toString();
  }

  @Override
  public void close() throws IOException {
    scheduler.close();
    hosts.forEach(ChaosHost::close);
    records.close();
    rack.close();
    rabbit.close();
    mariadb.close();
  }
}
