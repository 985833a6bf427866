package org.novabm.spi.contract.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.novabm.spi.BackendException;
import org.novabm.spi.network.Aggregate;
import org.novabm.spi.network.LinkAggregation;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.SwitchManager;

/** The contract of {@link LinkAggregation}. */
@DisplayName("a switch manager that bundles ports")
public interface LinkAggregationContract extends SwitchManagerContract {

  /** Two ports the live switch has, beside {@link #port()}. */
  List<PortName> bundled();

  /** The name of an aggregate the switch can make. */
  PortName aggregateName();

  @Test
  default void anAggregateIsMovedByItsOwnName() {
    try (SwitchManager manager = provider().open(liveSwitch())) {
      LinkAggregation links = links(manager);
      Aggregate wanted = new Aggregate(aggregateName(), new TreeSet<>(bundled()));
      links.bundle(wanted, within());
      links.bundle(wanted, within());
      assertThat(links.aggregates(within())).contains(wanted);
      assertThat(manager.attach(aggregateName(), tenant(), within()).mode()).isEqualTo(tenant());
      links.unbundle(aggregateName(), within());
      links.unbundle(aggregateName(), within());
      assertThat(links.aggregates(within())).doesNotContain(wanted);
      assertThat(manager.read(bundled().getFirst(), within()).isIdle()).isTrue();
    }
  }

  @Test
  default void aMemberIsNotMovedByItself() {
    try (SwitchManager manager = provider().open(liveSwitch())) {
      LinkAggregation links = links(manager);
      links.bundle(new Aggregate(aggregateName(), new TreeSet<>(bundled())), within());
      try {
        PortName member = bundled().getFirst();
        assertThatThrownBy(() -> manager.attach(member, tenant(), within()))
            .isInstanceOf(BackendException.Refused.class)
            .hasMessageContaining(aggregateName().text());
        assertThat(manager.list(within()))
            .extracting("port")
            .doesNotContainAnyElementsOf(members());
      } finally {
        links.unbundle(aggregateName(), within());
      }
    }
  }

  private Set<Object> members() {
    return Set.copyOf(bundled());
  }

  private static LinkAggregation links(SwitchManager manager) {
    assertThat(manager).isInstanceOf(LinkAggregation.class);
    return (LinkAggregation) manager;
  }
}
