package org.novabm.store;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.node.BmcEndpoint;
import org.novabm.node.BmcNames;
import org.novabm.node.Capacity;
import org.novabm.node.Node;
import org.novabm.node.NodeInterface;
import org.novabm.node.Occupant;
import org.novabm.node.SwitchPort;
import org.novabm.node.TaskState;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.network.PortName;
import org.novabm.spi.power.Firmware;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A node that was not deleted. Old tools left columns empty that are required now; such a row reads
 * as the smallest possible node, so that one of them does not hide the whole pool.
 */
@Entity
@Table(name = "bm_nodes")
@SQLRestriction("deleted = false and uuid is not null")
@DynamicUpdate
class NodeRow {

  private static final Logger LOG = LoggerFactory.getLogger(NodeRow.class);

  private static final String NO_ADDRESS = "unset";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Nullable Long id;

  @Nullable Instant createdAt;
  @Nullable Instant updatedAt;
  @Nullable Instant deletedAt;
  boolean deleted;

  @JdbcTypeCode(SqlTypes.VARCHAR)
  UUID uuid;

  @Nullable String serviceHost;
  String address;
  @Nullable Integer cpus;
  @Nullable Integer memoryMb;
  @Nullable Integer localGb;
  @Nullable String pmAddress;
  @Nullable String pmUser;
  @Nullable String pmPassword;
  String powerManager;
  @Nullable Integer terminalPort;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  Firmware firmware;

  @Nullable Long switchId;
  @Nullable String switchPort;

  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Nullable UUID instanceUuid;

  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Nullable UUID liveInstance;

  @Nullable String instanceName;
  @Nullable String taskState;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  ProvisionState provisionState;

  /** Whether {@code node_bmcs} has its BMC. */
  boolean bmcListed;

  long version;

  // Hibernate fills the fields
  @SuppressWarnings("NullAway.Init")
  protected NodeRow() {}

  NodeRow(Node node, Instant now) {
    createdAt = now;
    uuid = node.uuid();
    serviceHost = node.serviceHost();
    address = node.address();
    cpus = node.capacity().cpus();
    memoryMb = node.capacity().memoryMb();
    localGb = node.capacity().localGb();
    pmAddress = text(node.power().with(Secret.EMPTY));
    pmUser = node.power().user();
    pmPassword = "";
    powerManager = node.powerManager();
    terminalPort = node.terminalPort();
    firmware = node.firmware();
    bmcListed = true;
    SwitchPort plugged = node.switchPort();
    switchId = plugged == null ? null : plugged.switchId();
    switchPort = plugged == null ? null : plugged.port().text();
    provisionState = node.state();
  }

  /** Takes over what an operator may change, but for the BMC's password. */
  void change(Node node, Instant now) {
    updatedAt = now;
    version++;
    address = node.address();
    cpus = node.capacity().cpus();
    memoryMb = node.capacity().memoryMb();
    localGb = node.capacity().localGb();
    // what an old tool wrote and nobody can read stays until it is replaced
    if (!isAt(node.power())) {
      pmAddress = text(node.power().with(Secret.EMPTY));
      bmcListed = true;
    }
    pmUser = node.power().user();
    powerManager = node.powerManager();
    terminalPort = node.terminalPort();
    firmware = node.firmware();
    SwitchPort plugged = node.switchPort();
    switchId = plugged == null ? null : plugged.switchId();
    switchPort = plugged == null ? null : plugged.port().text();
  }

  Node toNode(List<NodeInterface> cards) {
    return new Node(
        Objects.requireNonNull(id),
        uuid,
        orEmpty(serviceHost),
        address,
        new Capacity(atLeastOne(cpus), atLeastOne(memoryMb), atLeastOne(localGb)),
        BmcEndpoint.of(bmc(Secret.EMPTY)),
        powerManager,
        terminalPort == null ? 0 : terminalPort,
        firmware,
        switchId == null || switchPort == null
            ? null
            : new SwitchPort(switchId, new PortName(switchPort)),
        cards,
        instanceUuid == null ? null : new Occupant(instanceUuid, instanceName),
        state(),
        word(),
        updatedAt == null ? createdAt : updatedAt,
        version);
  }

  private @Nullable TaskState word() {
    return taskState == null ? null : TaskState.of(taskState).orElse(null);
  }

  /** Old drivers put instances on nodes without this column. */
  private ProvisionState state() {
    if (instanceUuid == null || provisionState != ProvisionState.AVAILABLE) {
      return provisionState;
    }
    TaskState word = word();
    return word == null || word == TaskState.ACTIVE ? ProvisionState.ACTIVE : ProvisionState.ERROR;
  }

  /** Old tools wrote down whatever they were given. */
  Endpoint bmc(Secret password) {
    String written = orEmpty(pmAddress).strip();
    try {
      return Endpoint.parse(written.isEmpty() ? NO_ADDRESS : written, orEmpty(pmUser), password);
    } catch (IllegalArgumentException e) {
      LOG.warn("row {} of bm_nodes has no BMC that can be asked: {}", id, e.getMessage());
      return Endpoint.parse(NO_ADDRESS, orEmpty(pmUser), password);
    }
  }

  /** The same address and port, whoever we are there. */
  boolean isAt(BmcEndpoint wanted) {
    return bmc(Secret.EMPTY).display().equals(wanted.display());
  }

  boolean isOnBmc(BmcEndpoint wanted) {
    return !Collections.disjoint(
        BmcNames.of(bmc(Secret.EMPTY)), BmcNames.of(wanted.with(Secret.EMPTY)));
  }

  private static String text(Endpoint power) {
    boolean bare = power.port() == 0 || !power.address().contains(":");
    return bare ? power.display() : "[" + power.address() + "]:" + power.port();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static int atLeastOne(@Nullable Integer number) {
    return number == null ? 1 : Math.max(1, number);
  }
}
