package org.novabm.netswitch.junos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.rack.junos.JunosPlan;
import org.novabm.rack.junos.JunosSyntax;
import org.novabm.rack.junos.JunosTrait;
import org.novabm.spi.BackendException;
import org.novabm.spi.Secret;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.network.Trunk;
import org.novabm.spi.network.VlanId;

/** Switches of one make that are not alike. */
class JunosTraitsTest {

  private static final Duration WITHIN = Duration.ofSeconds(20);
  private static final PortName PORT = new PortName("ge-0/0/1");
  private static final Access TENANT = new Access(new VlanId(20));
  private static final Access OFFICE = new Access(new VlanId(77));

  @TempDir private Path folder;

  private JunosLab lab(JunosSyntax syntax, JunosTrait trait) throws IOException {
    JunosPlan plan = JunosPlan.of(syntax, "admin", Secret.of("secret")).withPorts(3);
    return JunosLab.start(plan.with(EnumSet.of(trait)), folder);
  }

  /** Counts the answers in which the switch says that it does not know the request. */
  private static AtomicInteger refusals(JunosLab lab) {
    AtomicInteger refusals = new AtomicInteger();
    lab.junos()
        .faults()
        .changeAnswers(
            answer -> {
              if (answer.contains("syntax error")) {
                refusals.incrementAndGet();
              }
              return answer;
            });
    return refusals;
  }

  @Test
  void theRequestThatASwitchHasIsRememberedFromOneManagerToTheNext() throws IOException {
    try (JunosLab lab = lab(JunosSyntax.ELS, JunosTrait.DETAILS)) {
      AtomicInteger refusals = refusals(lab);
      JunosProvider provider = lab.provider();
      for (int i = 0; i < 3; i++) {
        try (SwitchManager manager = provider.open(lab.endpoint())) {
          assertThat(manager.attach(PORT, TENANT, WITHIN).mode()).isEqualTo(TENANT);
        }
      }
      assertThat(refusals).hasValue(1);
    }
  }

  @Test
  void aSwitchThatHasNeitherRequestIsToldAndAskedBothAgain() throws IOException {
    try (JunosLab lab = lab(JunosSyntax.ELS, JunosTrait.DETAILS);
        JunosManager manager = lab.manager()) {
      lab.junos()
          .faults()
          .changeAnswers(
              it -> it.replace("<l2ng-l2ald", "<rpc-error>syntax error</rpc-error><l2ng-l2ald"));
      assertThatThrownBy(() -> manager.read(PORT, WITHIN))
          .isInstanceOf(BackendException.Refused.class)
          .hasMessageContaining("get-ethernet-switching-interface-information");
      lab.junos().faults().changeAnswers(it -> it);
      assertThat(manager.read(PORT, WITHIN).port()).isEqualTo(PORT);
    }
  }

  @Test
  void aPortThatItsVlanListsIsReadAndTakenOffTheListWhenItMoves() throws IOException {
    try (JunosLab lab = lab(JunosSyntax.OLDER, JunosTrait.LISTED);
        JunosManager manager = lab.manager()) {
      assertThat(manager.read(PORT, WITHIN).mode()).isEqualTo(OFFICE);
      int before = lab.junos().commits();
      manager.attach(PORT, OFFICE, WITHIN);
      assertThat(lab.junos().commits()).as("it is there already").isEqualTo(before);
      Trunk trunk = Trunk.of(new VlanId(77), List.of(new VlanId(20)));
      assertThat(manager.attach(PORT, trunk, WITHIN).mode()).isEqualTo(trunk);
      assertThat(manager.attach(PORT, TENANT, WITHIN).mode()).isEqualTo(TENANT);
      assertThat(manager.detach(PORT, WITHIN).isIdle()).isTrue();
      assertThat(lab.junos().configuration())
          .doesNotContain("<name>ge-0/0/1.0</name>")
          .contains("<name>ge-0/0/2.0</name>");
    }
  }

  @Test
  void aVlanThatListsAPortIsNotRemoved() throws IOException {
    try (JunosLab lab = lab(JunosSyntax.OLDER, JunosTrait.LISTED);
        JunosManager manager = lab.manager()) {
      assertThatThrownBy(() -> manager.removeVlan(OFFICE.vlan(), WITHIN))
          .isInstanceOf(BackendException.Refused.class)
          .hasMessageContaining("carries VLAN 77");
    }
  }

  @Test
  void anOldKeyExchangeIsRefusedUnlessItIsAllowed() throws IOException {
    try (JunosLab lab = lab(JunosSyntax.OLDER, JunosTrait.SHA1)) {
      try (JunosManager careful = lab.manager()) {
        assertThatThrownBy(() -> careful.read(PORT, WITHIN))
            .isInstanceOf(BackendException.Refused.class)
            .hasMessageContaining("diffie-hellman-group14-sha1")
            .hasMessageContaining("weak_ssh = true");
      }
      try (JunosManager lenient = lab.with("weak_ssh", "true").manager()) {
        assertThat(lenient.attach(PORT, TENANT, WITHIN).mode()).isEqualTo(TENANT);
      }
    }
  }
}
