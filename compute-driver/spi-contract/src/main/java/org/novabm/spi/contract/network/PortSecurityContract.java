package org.novabm.spi.contract.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.novabm.spi.MacAddress;
import org.novabm.spi.network.PortSecurity;
import org.novabm.spi.network.SwitchManager;

/** The contract of {@link PortSecurity}. */
@DisplayName("a switch manager that lets only known NICs speak")
public interface PortSecurityContract extends SwitchManagerContract {

  MacAddress CARD = new MacAddress("52:54:00:ac:00:01");
  MacAddress SECOND_CARD = new MacAddress("52:54:00:ac:00:02");

  @Test
  default void theAdmittedCardsAreReadBackAndOutliveAMove() {
    try (SwitchManager manager = provider().open(liveSwitch())) {
      PortSecurity security = security(manager);
      security.admit(port(), Set.of(CARD, SECOND_CARD), within());
      manager.attach(port(), tenant(), within());
      assertThat(security.admitted(port(), within())).containsExactlyInAnyOrder(CARD, SECOND_CARD);
      manager.detach(port(), within());
      assertThat(security.admitted(port(), within())).containsExactlyInAnyOrder(CARD, SECOND_CARD);
      security.admit(port(), Set.of(), within());
      assertThat(security.admitted(port(), within())).isEmpty();
    }
  }

  private static PortSecurity security(SwitchManager manager) {
    assertThat(manager).isInstanceOf(PortSecurity.class);
    return (PortSecurity) manager;
  }
}
