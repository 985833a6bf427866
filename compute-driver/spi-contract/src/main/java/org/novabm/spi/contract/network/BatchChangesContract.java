package org.novabm.spi.contract.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.novabm.spi.BackendException;
import org.novabm.spi.network.BatchChanges;
import org.novabm.spi.network.ChangeOutcome;
import org.novabm.spi.network.Idle;
import org.novabm.spi.network.PortChange;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.PortState;
import org.novabm.spi.network.SwitchManager;

/** The contract of {@link BatchChanges}; the tests also move {@link #otherPort()} about. */
@DisplayName("a switch manager that takes batches")
public interface BatchChangesContract extends SwitchManagerContract {

  /** Another port the live switch has. */
  PortName otherPort();

  @Test
  default void aBatchMovesEachPortToItsOwn() {
    try (SwitchManager manager = provider().open(liveSwitch())) {
      Map<PortName, ChangeOutcome> outcomes =
          batches(manager)
              .apply(
                  List.of(
                      new PortChange(port(), tenant(), "first"),
                      new PortChange(otherPort(), trunk(), "second")),
                  within());
      assertThat(outcomes)
          .containsOnly(
              Map.entry(port(), new ChangeOutcome.Made(new PortState(port(), tenant()))),
              Map.entry(otherPort(), new ChangeOutcome.Made(new PortState(otherPort(), trunk()))));
      assertThat(manager.read(port(), within()).mode()).isEqualTo(tenant());
      assertThat(manager.read(otherPort(), within()).mode()).isEqualTo(trunk());
      batches(manager).apply(List.of(new PortChange(otherPort(), new Idle(), "third")), within());
      assertThat(manager.read(otherPort(), within()).isIdle()).isTrue();
    }
  }

  @Test
  default void aMissingPortDoesNotKeepTheOthersFromBeingMoved() {
    try (SwitchManager manager = provider().open(liveSwitch())) {
      manager.detach(port(), within());
      Map<PortName, ChangeOutcome> outcomes =
          batches(manager)
              .apply(
                  List.of(
                      new PortChange(missingPort(), tenant(), "lost"),
                      new PortChange(port(), tenant(), "found")),
                  within());
      assertThat(outcomes.get(missingPort()))
          .isInstanceOfSatisfying(
              ChangeOutcome.NotMade.class,
              failed -> assertThat(failed.why()).isInstanceOf(BackendException.Refused.class));
      assertThat(outcomes.get(port())).isInstanceOf(ChangeOutcome.Made.class);
      assertThat(manager.read(port(), within()).mode()).isEqualTo(tenant());
    }
  }

  @Test
  default void aPreviewChangesNothingAndIsEmptyWhenNothingIsToDo() {
    try (SwitchManager manager = provider().open(liveSwitch())) {
      manager.detach(port(), within());
      List<PortChange> change = List.of(new PortChange(port(), tenant(), "wish"));
      assertThat(batches(manager).preview(change, within())).contains(port().text());
      assertThat(manager.read(port(), within()).isIdle()).isTrue();
      batches(manager).apply(change, within());
      assertThat(batches(manager).preview(change, within())).isEmpty();
    }
  }

  private static BatchChanges batches(SwitchManager manager) {
    assertThat(manager).isInstanceOf(BatchChanges.class);
    return (BatchChanges) manager;
  }
}
