package org.novabm.node;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.spi.MacAddress;
import org.novabm.spi.power.Firmware;

/**
 * A machine of the pool, as stored.
 *
 * @param id row number of {@code bm_nodes}; 0 before it is stored
 * @param uuid the name by which the scheduler knows it
 * @param serviceHost the {@code host} of the nova-compute that owns it
 * @param address the machine's own IP address as registered, for people; may be empty
 * @param capacity what it has
 * @param power its BMC
 * @param powerManager name or old class name of the power manager; empty for the configured one
 * @param terminalPort of the serial console, 0 for none
 * @param firmware what it boots with
 * @param switchPort where it is plugged in; null when nobody moves its port
 * @param interfaces its network cards, the first one boots
 * @param occupant who is on it, or null when it is free
 * @param state where it is in its life
 * @param taskState its word, or null when it never had one
 * @param updated when the row was written last
 * @param version counts the writes
 * @param details what an operator says of it beyond that
 */
public record Node(
    long id,
    UUID uuid,
    String serviceHost,
    String address,
    Capacity capacity,
    BmcEndpoint power,
    String powerManager,
    int terminalPort,
    Firmware firmware,
    @Nullable SwitchPort switchPort,
    List<NodeInterface> interfaces,
    @Nullable Occupant occupant,
    ProvisionState state,
    @Nullable TaskState taskState,
    @Nullable Instant updated,
    long version,
    NodeDetails details) {

  public Node {
    interfaces = List.copyOf(interfaces);
  }

  /** One of which nothing more is said. */
  public Node(
      long id,
      UUID uuid,
      String serviceHost,
      String address,
      Capacity capacity,
      BmcEndpoint power,
      String powerManager,
      int terminalPort,
      Firmware firmware,
      @Nullable SwitchPort switchPort,
      List<NodeInterface> interfaces,
      @Nullable Occupant occupant,
      ProvisionState state,
      @Nullable TaskState taskState,
      @Nullable Instant updated,
      long version) {
    this(
        id,
        uuid,
        serviceHost,
        address,
        capacity,
        power,
        powerManager,
        terminalPort,
        firmware,
        switchPort,
        interfaces,
        occupant,
        state,
        taskState,
        updated,
        version,
        NodeDetails.NONE);
  }

  /** The same with other details. */
  public Node with(NodeDetails other) {
    return new Node(
        id,
        uuid,
        serviceHost,
        address,
        capacity,
        power,
        powerManager,
        terminalPort,
        firmware,
        switchPort,
        interfaces,
        occupant,
        state,
        taskState,
        updated,
        version,
        other);
  }

  public boolean isFree() {
    return occupant == null;
  }

  /** Nobody is on it, and it is offered, unless it is retired or somebody holds it. */
  public boolean isAvailable() {
    return occupant == null && state == ProvisionState.AVAILABLE;
  }

  public boolean isHeldBy(UUID instance) {
    return occupant != null && occupant.instance().equals(instance);
  }

  public List<MacAddress> macs() {
    return interfaces.stream().map(NodeInterface::mac).toList();
  }

  /** Short form for messages: row number and first MAC, as operators name their machines. */
  public String display() {
    return interfaces.isEmpty()
        ? "node " + id
        : "node " + id + " (" + interfaces.getFirst().mac() + ")";
  }
}
