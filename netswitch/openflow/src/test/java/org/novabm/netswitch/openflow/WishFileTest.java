package org.novabm.netswitch.openflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.netswitch.openflow.flows.Membership;
import org.novabm.spi.BackendException;
import org.novabm.spi.MacAddress;
import org.novabm.spi.network.Access;
import org.novabm.spi.network.Trunk;
import org.novabm.spi.network.VlanId;

class WishFileTest {

  private static final DatapathId ID = new DatapathId(7);
  private static final Membership MADE =
      Membership.none(List.of())
          .with(
              Map.of(
                  1,
                  new Access(new VlanId(20)),
                  2,
                  Trunk.of(new VlanId(10), List.of(new VlanId(30), new VlanId(40))),
                  3,
                  Trunk.of(null, List.of(new VlanId(30)))))
          .admitting(4, Set.of(new MacAddress("52:54:00:00:00:01")));
  private static final Map<Integer, String> PORTS =
      Map.of(1, "one", 2, "two", 3, "three", 4, "four", 5, "five");

  @TempDir Path folder;

  @Test
  void whatWasMadeIsKeptLineByLine() throws IOException {
    new WishFile(folder, ID).write(MADE, PORTS);
    assertThat(folder.resolve("openflow-0x0000000000000007.ports"))
        .hasContent(
            """
            four - - 52:54:00:00:00:01
            one 20 - -
            three - 30 -
            two 10 30,40 -
            """);
    assertThat(new WishFile(folder, ID).read(PORTS, List.of())).isEqualTo(MADE);
  }

  @Test
  void portsAreKnownByNameWhateverTheirNumber() {
    new WishFile(folder, ID).write(MADE, PORTS);
    Membership wanted = new WishFile(folder, ID).read(Map.of(9, "one"), List.of());
    assertThat(wanted)
        .isEqualTo(Membership.none(List.of()).with(Map.of(9, new Access(new VlanId(20)))));
  }

  @Test
  void aPortThatIsAwayKeepsItsLine() {
    WishFile file = new WishFile(folder, ID);
    file.write(MADE, PORTS);
    file.write(Membership.none(List.of()), Map.of(2, "two"));
    assertThat(new WishFile(folder, ID).read(PORTS, List.of())).isEqualTo(MADE.without(List.of(2)));
  }

  @Test
  void aSwitchOfWhichNothingWasMadeIsNotWantedInAnyWay() {
    assertThat(new WishFile(folder, ID).read(PORTS, List.of())).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"one", "one 20", "one 20 -", "one 5000 - -", "one 20 - x", "one x - -"})
  void aLineThatMakesNoSenseIsNotGuessedAt(String line) throws IOException {
    Files.writeString(folder.resolve("openflow-0x0000000000000007.ports"), line);
    assertThatThrownBy(() -> new WishFile(folder, ID))
        .isInstanceOf(BackendException.Refused.class)
        .hasMessageContaining("delete it to believe the switch's own flows");
  }
}
