package org.novabm.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SubstitutionTest {

  @Test
  void defaultsAreReferredToAsWell() {
    assertThat(text("[novabm]\nx = $state_path/x and ${state_path}y\n"))
        .isEqualTo("/var/lib/nova/x and /var/lib/novay");
  }

  @Test
  void aReferenceToNothingIsNamed() {
    assertThatThrownBy(() -> text("[novabm]\nx = pa$word\n"))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "n.conf:2: [novabm] x refers to ${word}, which is not an option; write a literal dollar"
                + " as $$");
  }

  @Test
  void aCircleIsNamed() {
    assertThatThrownBy(() -> text("[novabm]\nx = $y\ny = ${novabm.x}\n"))
        .hasMessage("n.conf:2: values refer to each other in a circle: [[novabm] x, [novabm] y]");
  }

  @Test
  void oneReferenceMayBeUsedTwice() {
    assertThat(text("[novabm]\nx = $y $y\ny = $z\nz = 1\n")).isEqualTo("1 1");
  }

  @Test
  void valuesThatDoubleEachOtherAreStopped() {
    StringBuilder bomb = new StringBuilder("[novabm]\nx = $v0\n");
    for (int i = 0; i < 30; i++) {
      bomb.append("v%d = $v%d$v%d\n".formatted(i, i + 1, i + 1));
    }
    bomb.append("v30 = 0123456789\n");
    assertThatThrownBy(() -> text(bomb.toString()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("grows too long by its references");
  }

  private static String text(String file) {
    NovaConf conf =
        new NovaConf(
            List.of(NovaConfFile.parse("n.conf", file)),
            List.of(new DeclaredOption(new OptionName("DEFAULT", "state_path"), "/var/lib/nova")));
    return Objects.requireNonNull(conf.find(new OptionName("novabm", "x"))).text();
  }
}
