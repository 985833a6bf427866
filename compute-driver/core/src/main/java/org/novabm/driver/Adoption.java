package org.novabm.driver;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.instance.Flavor;
import org.novabm.instance.Instance;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.InstanceStore;
import org.novabm.instance.RequestContext;
import org.novabm.instance.VmState;
import org.novabm.node.Node;
import org.novabm.node.NodeStore;
import org.novabm.node.Occupant;
import org.novabm.node.TaskState;
import org.novabm.spi.deploy.ImageRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Instances that the bare-metal driver of old put on nodes of this host: all that it left of them
 * is the node's row. They are put on record when somebody asks for something, and from then on they
 * are instances as any.
 */
public final class Adoption {

  private static final Logger log = LoggerFactory.getLogger(Adoption.class);

  private final NodeStore nodes;
  private final InstanceStore instances;
  private final String serviceHost;
  private final InstantSource time;

  /**
   * For the nodes of one compute host.
   *
   * @param serviceHost the {@code host} whose nodes these are
   */
  public Adoption(
      NodeStore nodes, InstanceStore instances, String serviceHost, InstantSource time) {
    this.nodes = nodes;
    this.instances = instances;
    this.serviceHost = serviceHost;
    this.time = time;
  }

  /**
   * Puts the instance on record, where it is on a node of ours and not there yet.
   *
   * @return it; null when it is on none of our nodes
   */
  public @Nullable Instance adopt(UUID instance) {
    Node node = nodes.findByInstance(instance);
    Occupant occupant = node == null ? null : node.occupant();
    if (node == null || occupant == null || !node.serviceHost().equals(serviceHost)) {
      return null;
    }
    Instance found = found(node, occupant, time.instant());
    if (instances.add(found)) {
      log.info(
          "instance {} of an old driver is taken over with {}: {}",
          instance,
          node.display(),
          found.state().word());
    }
    return instances.findInstance(instance);
  }

  /** One that the old driver was still making is nothing to start or stop; it can be destroyed. */
  private static Instance found(Node node, Occupant occupant, Instant now) {
    boolean whole = node.taskState() == null || node.taskState() == TaskState.ACTIVE;
    return new Instance(
        request(node, occupant),
        whole ? VmState.ACTIVE : VmState.ERROR,
        null,
        node.id(),
        null,
        now,
        null,
        null,
        whole ? null : "an old driver left it unfinished; destroy it");
  }

  /** What was asked for, as far as the row knows; the image is not on record. */
  private static InstanceRequest request(Node node, Occupant occupant) {
    String name = occupant.name();
    String known = name == null || name.isBlank() ? occupant.instance().toString() : name;
    return new InstanceRequest(
        occupant.instance(),
        known,
        known,
        new Flavor(
            "", node.capacity().memoryMb(), node.capacity().cpus(), node.capacity().localGb(), 0),
        new ImageRef("unknown", null, null),
        node.uuid(),
        List.of(),
        null,
        Map.of(),
        Map.of(),
        RequestContext.NONE);
  }
}
