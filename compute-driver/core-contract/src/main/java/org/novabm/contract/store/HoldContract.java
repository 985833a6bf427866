package org.novabm.contract.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.novabm.node.Hold;
import org.novabm.node.Node;

public interface HoldContract extends OnStores {

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  private static Hold hold(String name, String by) {
    return Hold.placed(name, by, "a disk is replaced", now(), null);
  }

  @Test
  default void heldNodeIsChosenForNobodyUntilTheLastHoldIsReleased() {
    Node node = stage().nodes().add(Samples.node());
    assertThat(stage().holds().place(node.id(), hold("operator", "10.0.0.1"))).isNull();
    assertThat(stage().holds().place(node.id(), hold("power", "novabm"))).isNull();

    assertThat(stage().nodes().fitting("compute1", 1, 1, 1, 9)).isEmpty();
    assertThat(stage().nodes().claim(node.id(), Samples.occupant()))
        .as("the claiming statement looks at the holds by itself")
        .isFalse();
    assertThat(stage().nodes().count().free()).isZero();
    assertThat(stage().nodes().count().busy()).isEqualTo(1);

    assertThat(stage().holds().release(node.id(), "operator")).isTrue();
    assertThat(stage().holds().release(node.id(), "operator")).isFalse();
    assertThat(stage().nodes().claim(node.id(), Samples.occupant())).isFalse();
    assertThat(stage().holds().release(node.id(), "power")).isTrue();
    assertThat(stage().nodes().fitting("compute1", 1, 1, 1, 9)).hasSize(1);
    assertThat(stage().nodes().count().free()).isEqualTo(1);
    assertThat(stage().nodes().claim(node.id(), Samples.occupant())).isTrue();
  }

  @Test
  default void holdsAreFoundAsTheyWerePlaced() {
    Node node = stage().nodes().add(Samples.node());
    Node other = stage().nodes().add(Samples.node());
    Instant end = now().plus(Duration.ofHours(2));
    Hold mine = Hold.placed("operator", "10.0.0.1", "é — 日本", now(), end);
    Hold second = hold("burn-in", "10.0.0.2");
    stage().holds().place(node.id(), mine);
    stage().holds().place(node.id(), second);

    assertThat(stage().holds().of(node.id())).containsExactly(second, mine);
    assertThat(stage().holds().between(node.id(), other.id()))
        .isEqualTo(Map.of(node.id(), List.of(second, mine)));
    assertThat(stage().holds().of(other.id())).isEmpty();
  }

  @Test
  default void holdWhoseEndHasComeIsNone() {
    Node node = stage().nodes().add(Samples.node());
    Instant past = now().minusSeconds(60);
    stage()
        .holds()
        .place(node.id(), new Hold("operator", "10.0.0.1", "over", past, now().minusSeconds(1)));

    assertThat(stage().holds().of(node.id())).isEmpty();
    assertThat(stage().holds().between(0, node.id())).isEmpty();
    assertThat(stage().nodes().fitting("compute1", 1, 1, 1, 9)).hasSize(1);
    assertThat(stage().holds().place(node.id(), hold("operator", "10.0.0.2")))
        .as("it stands in nobody's way")
        .isNull();
    assertThat(stage().nodes().claim(node.id(), Samples.occupant())).isFalse();
  }

  @Test
  default void twoHoldsOfOneNameAreOne() {
    Node node = stage().nodes().add(Samples.node());
    Hold first = hold("operator", "10.0.0.1");
    stage().holds().place(node.id(), first);

    assertThat(stage().holds().place(node.id(), hold("operator", "10.0.0.2"))).isEqualTo(first);
    assertThat(stage().holds().of(node.id())).containsExactly(first);

    Instant end = now().plusSeconds(600);
    Hold longer = Hold.placed("operator", "10.0.0.1", "two disks", now().plusSeconds(5), end);
    assertThat(stage().holds().place(node.id(), longer)).isNull();
    assertThat(stage().holds().of(node.id()))
        .containsExactly(new Hold("operator", "10.0.0.1", "two disks", first.since(), end));
  }

  @Test
  default void manyPlaceOneNameAtOnceAndOneWins() throws Exception {
    Node node = stage().nodes().add(Samples.node());
    List<Callable<Boolean>> operators =
        List.of("10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.4").stream()
            .map(
                by ->
                    (Callable<Boolean>)
                        () -> stage().holds().place(node.id(), hold("operator", by)) == null)
            .toList();
    assertThat(ClaimContract.together(operators)).containsOnlyOnce(true);
    assertThat(stage().holds().of(node.id())).hasSize(1);
  }

  @Test
  default void holdsGoWithTheirNode() {
    Node node = stage().nodes().add(Samples.node());
    stage().holds().place(node.id(), hold("operator", "10.0.0.1"));
    stage().nodes().delete(node.id(), false);
    assertThat(stage().holds().of(node.id())).isEmpty();
    assertThat(stage().holds().between(0, node.id())).isEmpty();
  }
}
