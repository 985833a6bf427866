package org.novabm.spi.contract.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.novabm.spi.network.SegmentProbe;
import org.novabm.spi.network.SwitchManager;

/** The contract of {@link SegmentProbe}. */
@DisplayName("a switch manager that can prove where a port leads")
public interface SegmentProbeContract extends SwitchManagerContract {

  @Test
  default void aProbeReachesThePortsOwnSegmentAndNoOther() {
    try (SwitchManager manager = provider().open(liveSwitch())) {
      SegmentProbe probe = probe(manager);
      manager.attach(port(), tenant(), within());
      assertThat(probe.probe(port(), tenantVlan(), within()).reached()).isTrue();
      assertThat(probe.probe(port(), provisioningVlan(), within()).reached()).isFalse();
      assertThat(probe.probe(port(), provisioningVlan(), within()).evidence())
          .contains(port().text());
      manager.detach(port(), within());
      assertThat(probe.probe(port(), tenantVlan(), within()).reached()).isFalse();
    }
  }

  private static SegmentProbe probe(SwitchManager manager) {
    assertThat(manager).isInstanceOf(SegmentProbe.class);
    return (SegmentProbe) manager;
  }
}
