package org.novabm.api.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;
import java.util.function.ToDoubleFunction;
import org.novabm.lifecycle.Verb;
import org.novabm.node.NodeStore;
import org.novabm.task.TaskStore;
import org.springframework.stereotype.Component;

/**
 * Gauges of the pool: {@code novabm_nodes{state="free|busy|error"}} and {@code
 * novabm_tasks{verb="..."}} for tasks that are not over.
 */
@Component
class PoolMeters implements MeterBinder {

  private final PoolCensus census;

  PoolMeters(NodeStore nodes, TaskStore tasks, InstantSource clock) {
    this.census = new PoolCensus(nodes, tasks, clock);
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    nodes(registry, "free", it -> it.count().nodes().free());
    nodes(registry, "busy", it -> it.count().nodes().busy());
    nodes(registry, "error", it -> it.count().nodes().error());
    for (Verb verb : Verb.values()) {
      Gauge.builder("novabm.tasks", census, it -> it.count().of(verb))
          .description("tasks that are not over")
          .tag("verb", verb.word())
          .register(registry);
    }
  }

  private void nodes(MeterRegistry registry, String state, ToDoubleFunction<PoolCensus> value) {
    Gauge.builder("novabm.nodes", census, value)
        .description("nodes of the pool")
        .tag("state", state)
        .register(registry);
  }
}
