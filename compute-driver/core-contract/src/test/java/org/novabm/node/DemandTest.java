package org.novabm.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novabm.instance.Flavor;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.RequestContext;
import org.novabm.memory.MemoryHoldStore;
import org.novabm.memory.MemoryNodeStore;
import org.novabm.spi.deploy.ImageRef;

/** What a flavor asks for beyond sizes, and what the pool says of it. */
class DemandTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final MemoryHoldStore holds = new MemoryHoldStore(() -> NOW);
  private final MemoryNodeStore store = new MemoryNodeStore(holds);
  private final NodePool pool = new NodePool(store, holds, "host1", NodePool.Admission.OPEN);

  private Node node(NodeDetails details) {
    return store.describe(store.addStandard(2048).id(), details);
  }

  private static Flavor flavor(Map<String, String> extraSpecs) {
    return new Flavor("m1", 1024, 1, 1, 0, extraSpecs);
  }

  private ClaimOutcome claim(Map<String, String> extraSpecs) {
    return claim(extraSpecs, null);
  }

  private ClaimOutcome claim(Map<String, String> extraSpecs, @Nullable UUID named) {
    return pool.claim(
        new InstanceRequest(
            UUID.randomUUID(),
            "i",
            "i",
            flavor(extraSpecs),
            new ImageRef("x", null, null),
            named,
            List.of(),
            null,
            Map.of(),
            Map.of(),
            RequestContext.NONE),
        List.of());
  }

  private String refusal(Map<String, String> extraSpecs) {
    return ((ClaimOutcome.Refused) claim(extraSpecs)).reason();
  }

  @Test
  void theNodeOfTheClassWithTheTraitsIsTaken() {
    node(NodeDetails.NONE);
    node(NodeDetails.NONE.withTraits(List.of("CUSTOM_RAID", "CUSTOM_SLOW")));
    Node right =
        node(
            NodeDetails.NONE
                .withClass(new ResourceClass("baremetal.gold"))
                .withTraits(List.of("CUSTOM_RAID")));
    Map<String, String> wanted =
        Map.of(
            "resources:CUSTOM_BAREMETAL_GOLD", "1",
            "resources:VCPU", "0",
            "trait:CUSTOM_RAID", "required",
            "trait:CUSTOM_SLOW", "forbidden",
            "capabilities:boot_mode", "uefi");
    assertThat(claim(wanted))
        .isInstanceOfSatisfying(
            ClaimOutcome.Claimed.class, it -> assertThat(it.node().id()).isEqualTo(right.id()));
  }

  @Test
  void whoNamesANodeHasChosenIt() {
    Node plain = node(NodeDetails.NONE);
    Map<String, String> wanted =
        Map.of("resources:CUSTOM_GOLD", "1", "trait:CUSTOM_X", "required", "trait:y", "z");
    assertThat(claim(wanted, plain.uuid())).isInstanceOf(ClaimOutcome.Claimed.class);
    Node held = node(NodeDetails.NONE);
    holds.place(held.id(), Hold.placed("operator", "10.0.0.1", "a disk", NOW, null));
    assertThat(claim(wanted, held.uuid()))
        .isEqualTo(
            new ClaimOutcome.Refused(
                held.display() + " is in maintenance, hold 'operator' by 10.0.0.1: a disk"));
  }

  @Test
  void whyNoNodeIsTakenIsSaidInWords() {
    node(NodeDetails.NONE);
    node(NodeDetails.NONE.withClass(new ResourceClass("silver")));
    Node held = node(NodeDetails.NONE.withTraits(List.of("CUSTOM_RAID")));
    node(NodeDetails.NONE.retired("out of warranty"));
    holds.place(held.id(), Hold.placed("operator", "10.0.0.1", "a disk", NOW, null));
    assertThat(refusal(Map.of("resources:CUSTOM_GOLD", "1")))
        .isEqualTo(
            "no node fits: node 1 (52:54:00:ac:00:01) is of no resource class, not of CUSTOM_GOLD;"
                + " node 2 (52:54:00:ac:00:02) is of CUSTOM_SILVER, not of CUSTOM_GOLD;"
                + " node 3 (52:54:00:ac:00:03) is in maintenance, hold 'operator' by 10.0.0.1:"
                + " a disk; node 4 (52:54:00:ac:00:04) is retired: out of warranty");
    assertThat(refusal(Map.of("trait:CUSTOM_X", "required")))
        .contains("node 1 (52:54:00:ac:00:01) lacks the trait CUSTOM_X");
    holds.release(held.id(), "operator");
    assertThat(refusal(Map.of("trait:CUSTOM_RAID", "forbidden", "resources:CUSTOM_A", "1")))
        .contains("node 3 (52:54:00:ac:00:03) is of no resource class");
  }

  @ParameterizedTest
  @CsvSource({
    "trait:CUSTOM_X, maybe, is to be required or forbidden",
    "trait:custom_x, required, is no trait",
    "trait:, required, is no trait",
    "resources:CUSTOM_X, 2, is to be 1",
    "resources:CUSTOM_X, one, is to be 1"
  })
  void whatCannotBeUnderstoodIsRefusedAndNotPassedOver(String name, String value, String why) {
    node(NodeDetails.NONE);
    assertThat(refusal(Map.of(name, value))).contains(why);
    assertThatThrownBy(() -> Demand.of(flavor(Map.of(name, value))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "baremetal.gold, CUSTOM_BAREMETAL_GOLD",
    "Baremetal--Gold, CUSTOM_BAREMETAL_GOLD",
    "CUSTOM_X, CUSTOM_CUSTOM_X",
    "x1, CUSTOM_X1"
  })
  void aClassIsWrittenAsPlacementDoes(String name, String custom) {
    assertThat(new ResourceClass(name).custom()).isEqualTo(custom);
  }
}
