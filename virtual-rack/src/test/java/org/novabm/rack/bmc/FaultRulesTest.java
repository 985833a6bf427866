package org.novabm.rack.bmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.novabm.rack.bmc.FaultRules.Mishap;

class FaultRulesTest {

  @Test
  void wordsAreRead() {
    FaultRules rules = FaultRules.parse("dead,delay=20ms, slow=3s,loss=5%,flood");
    assertThat(rules.dead()).isTrue();
    assertThat(rules.lies()).isFalse();
    assertThat(rules.delay()).isEqualTo(Duration.ofMillis(20));
    assertThat(rules.slow()).isEqualTo(Duration.ofSeconds(3));
    assertThat(rules.chance(Mishap.LOSS)).isEqualTo(0.05);
    assertThat(rules.chance(Mishap.FLOOD)).isEqualTo(1);
    assertThat(rules.chance(Mishap.BUSY)).isZero();
  }

  @Test
  void othersAreRefusedWithAllThatAreKnown() {
    assertThatThrownBy(() -> FaultRules.parse("ded"))
        .hasMessageContainingAll("'ded'", "dead", "loss=5%", "wrong-sequence=5%");
    assertThatThrownBy(() -> FaultRules.parse("loss=500%")).hasMessageContaining("500%");
    assertThatThrownBy(() -> FaultRules.parse("delay=20")).hasMessageContaining("20ms or 3s");
    assertThatThrownBy(() -> FaultShare.parse("dead")).hasMessageContaining("5%:dead");
  }

  @Test
  void aShareIsSpreadEvenly() {
    List<FaultShare> shares = List.of(FaultShare.parse("5%:dead"), FaultShare.parse("50%:lie"));
    List<FaultRules> all =
        IntStream.range(0, 1000).mapToObj(n -> FaultShare.of(shares, n)).toList();
    assertThat(all.stream().filter(FaultRules::dead)).hasSize(50);
    assertThat(all.subList(0, 100).stream().filter(FaultRules::dead)).hasSize(5);
    assertThat(all.stream().filter(FaultRules::lies)).hasSizeBetween(450, 500);
  }
}
