package org.novabm.api.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novabm.node.NodeStore;
import org.novabm.node.PoolCount;
import org.novabm.provisioning.Deployment;
import org.novabm.provisioning.DeploymentStore;
import org.novabm.provisioning.ProvisionState;

/** Counts the pool once for all gauges of a scrape, and not more often than every five seconds. */
final class PoolCensus {

  private static final Duration FRESH = Duration.ofSeconds(5);

  /** The port has no count by state, so they are read; a pool larger than this shows this many. */
  private static final int MOST = 10_000;

  private final NodeStore nodes;
  private final DeploymentStore deployments;
  private final InstantSource clock;
  private @Nullable Count last;

  PoolCensus(NodeStore nodes, DeploymentStore deployments, InstantSource clock) {
    this.nodes = nodes;
    this.deployments = deployments;
    this.clock = clock;
  }

  record Count(Instant taken, PoolCount nodes, Map<ProvisionState, Long> deployments) {
    long in(ProvisionState state) {
      return deployments.getOrDefault(state, 0L);
    }
  }

  synchronized Count count() {
    Instant now = clock.instant();
    if (last == null || Duration.between(last.taken(), now).compareTo(FRESH) >= 0) {
      last = new Count(now, nodes.count(), byState());
    }
    return last;
  }

  private Map<ProvisionState, Long> byState() {
    return deployments.list(false, MOST).stream()
        .collect(Collectors.groupingBy(Deployment::state, Collectors.counting()));
  }
}
