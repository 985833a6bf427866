package org.novabm.api.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.novabm.node.NodeStore;
import org.novabm.provisioning.DeploymentStore;
import org.novabm.provisioning.ProvisionState;
import org.springframework.stereotype.Component;

/**
 * Gauges of the pool: {@code novabm_nodes{state="free|busy|error"}} and {@code
 * novabm_deployments{state="..."}} for deployments that are not over.
 */
@Component
class PoolMeters implements MeterBinder {

  private final PoolCensus census;

  PoolMeters(NodeStore nodes, DeploymentStore deployments, InstantSource clock) {
    this.census = new PoolCensus(nodes, deployments, clock);
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    nodes(registry, "free", it -> it.count().nodes().free());
    nodes(registry, "busy", it -> it.count().nodes().busy());
    nodes(registry, "error", it -> it.count().nodes().error());
    for (ProvisionState state : ProvisionState.values()) {
      if (!state.isOver()) {
        Gauge.builder("novabm.deployments", census, it -> it.count().in(state))
            .description("deployments that are not over")
            .tag("state", state.name().toLowerCase(Locale.ROOT))
            .register(registry);
      }
    }
  }

  private void nodes(MeterRegistry registry, String state, ToDoubleFunction<PoolCensus> value) {
    Gauge.builder("novabm.nodes", census, value)
        .description("nodes of the pool")
        .tag("state", state)
        .register(registry);
  }
}
