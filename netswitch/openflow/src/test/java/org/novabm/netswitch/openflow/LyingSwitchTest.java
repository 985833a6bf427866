package org.novabm.netswitch.openflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.spi.BackendException;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.network.VlanId;

/** Barriers are answered before anything happened, as HP's and Pica8's do; nobody is fooled. */
class LyingSwitchTest {

  private static final Duration WITHIN = Duration.ofSeconds(20);
  private static final Access TEN = new Access(new VlanId(10));
  private static final Access TWENTY = new Access(new VlanId(20));
  private static final PortName ONE = new PortName("tap1");
  private static final int COMMAND = 25;
  private static final int ADD = 0;
  private static final int DELETE_STRICT = 4;

  @TempDir Path folder;
  private ControlledSwitch controlled;
  private LyingSwitch between;
  private SwitchManager manager;

  @BeforeEach
  void startSwitch() throws IOException {
    controlled =
        ControlledSwitch.start(
            folder,
            ControlledSwitch.OPENFLOW_13,
            List.of("tap1", "tap2"),
            Map.of("proof_timeout", "1"));
    between = new LyingSwitch(controlled.provider().port());
    controlled.ovs().obey(between.address(), ControlledSwitch.OPENFLOW_13);
    manager = controlled.open();
    manager.attach(ONE, TEN, WITHIN);
  }

  @AfterEach
  void stopSwitch() throws IOException {
    if (controlled != null) {
      between.close();
      controlled.close();
    }
  }

  @Test
  void flowsThatComeLateAreWaitedFor() {
    between.fate(new LyingSwitch.Fate.Late(300));
    long start = System.nanoTime();
    assertThat(manager.attach(ONE, TWENTY, WITHIN).mode()).isEqualTo(TWENTY);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(600));
    assertThat(controlled.flows("OpenFlow13")).contains("set_field:4116").doesNotContain("4106");
  }

  @Test
  void flowsThatNeverComeAreNotBelieved() {
    between.fate(new LyingSwitch.Fate.Lost(message -> message[COMMAND] == ADD));
    assertThatThrownBy(() -> manager.attach(ONE, TWENTY, WITHIN))
        .isInstanceOf(BackendException.ProtocolViolation.class)
        .hasMessageContaining("is not as ordered, though the switch reported no error")
        .hasMessageContaining("tap1");
    between.fate(new LyingSwitch.Fate.Late(0));
    assertThat(manager.read(ONE, WITHIN).isIdle()).isTrue();
  }

  @Test
  void norAreTheyHoweverLongTheyAreWaitedFor() throws IOException {
    try (OpenFlowProvider patient = ControlledSwitch.provider(0, Map.of("proof_timeout", "5"));
        LyingSwitch front = new LyingSwitch(patient.port())) {
      front.fate(new LyingSwitch.Fate.Lost(message -> message[COMMAND] == ADD));
      controlled.ovs().obey(front.address(), ControlledSwitch.OPENFLOW_13);
      SwitchManager theirs = patient.open(controlled.endpoint());
      assertThatThrownBy(() -> theirs.attach(ONE, TWENTY, WITHIN))
          .isInstanceOf(BackendException.ProtocolViolation.class)
          .hasMessageContaining("is not as ordered, though the switch reported no error");
    }
  }

  @Test
  void aPortThatCannotBeTakenOffItsOldSegmentDoesNotJoinAnother() {
    between.fate(new LyingSwitch.Fate.Lost(message -> message[COMMAND] == DELETE_STRICT));
    assertThatThrownBy(() -> manager.attach(ONE, TWENTY, WITHIN))
        .isInstanceOf(BackendException.ProtocolViolation.class)
        .hasMessageContaining("went wrong")
        .hasMessageContaining("could not be taken off either: shut it at the switch");
    assertThat(controlled.flows("OpenFlow13")).contains("set_field:4106").doesNotContain("4116");
  }
}
