package org.novabm.rack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.rack.machine.Accelerator;
import org.novabm.spi.power.Firmware;

class RackPlanTest {

  private static final RackPlan PLAN =
      RackPlan.of(Path.of("/r"), NetworkKind.OPENVSWITCH, List.of(Firmware.BIOS, Firmware.UEFI));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://172.30.10.1",
        "http://172.30.10.1:10000/",
        "http://a b",
        "http://a,b",
        "http://a/x?y",
        ""
      })
  void aUrlThatAConfigurationFileWouldMisreadIsRefused(String url) {
    assertThatThrownBy(() -> PLAN.withDeployUrl(url)).hasMessageContaining("is not a deploy URL");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/with blank",
        "/quote'",
        "/a/very/long/path/that/no/unix/socket/would/take/if/it/had/some/more/names/behind"
      })
  void aFolderThatAProgramWouldMisreadIsRefused(String folder) {
    assertThatThrownBy(() -> RackPlan.of(Path.of(folder), 1)).hasMessageContaining("the folder");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 65})
  void aRackHasOneTo64Nodes(int nodes) {
    List<Firmware> firmware = Collections.nCopies(nodes, Firmware.BIOS);
    assertThatThrownBy(() -> RackPlan.of(Path.of("/r"), NetworkKind.USER, firmware))
        .hasMessageContaining("1 to 64");
  }

  @Test
  void aNamespaceNameIsChecked() {
    assertThatThrownBy(() -> PLAN.withNamespace("../x")).hasMessageContaining("namespace name");
  }

  @Test
  void theDeployPortIsTheUrls() {
    assertThat(PLAN.deployPort()).isEqualTo(10_000);
    assertThat(PLAN.withDeployUrl("https://deploy.example").deployPort()).isEqualTo(443);
  }

  @Test
  void inANamespaceEveryBmcHasAnAddressOfItsOwn() {
    RackRecord record = new RackDraft(PLAN, Accelerator.TCG).record();
    assertThat(record.nodes())
        .extracting(
            RackNode::bmcAddress, RackNode::bmcPort, RackNode::switchPort, RackNode::firmware)
        .containsExactly(
            tuple("127.0.1.2", 623, "tap1", Firmware.BIOS),
            tuple("127.0.1.3", 623, "tap2", Firmware.UEFI));
    assertThat(record.deployListen()).isEqualTo("172.30.10.1");
    assertThat(record.switchEndpoint()).isEqualTo("/r/ovs/db.sock");
  }

  @Test
  void behindAJunosThePortsHaveItsNames() {
    RackPlan plan = RackPlan.of(Path.of("/r"), NetworkKind.JUNOS, List.of(Firmware.BIOS));
    RackRecord record = new RackDraft(plan, Accelerator.TCG).record();
    assertThat(record.switchDriver()).isEqualTo("junos");
    assertThat(record.switchEndpoint()).isEqualTo("127.0.2.1:830");
    assertThat(record.nodes().getFirst().switchPort()).isEqualTo("ge-0/0/1");
    assertThat(record.nodes().getFirst().tap()).isEqualTo("tap1");
  }

  @Test
  void onUserNetworksEveryBmcHasPortsOfItsOwn() {
    RackPlan plan =
        RackPlan.of(Path.of("/r"), NetworkKind.USER, List.of(Firmware.BIOS, Firmware.BIOS));
    RackRecord record = new RackDraft(plan, Accelerator.TCG).record();
    assertThat(record.nodes()).extracting(RackNode::bmcPort).doesNotHaveDuplicates();
    assertThat(record.switchDriver()).isEqualTo("fake");
    assertThat(record.switchEndpoint()).isNull();
    assertThat(record.namespace()).isNull();
  }

  @Test
  void aRecordFitsItsOwnPlanOnly() {
    RackRecord record = new RackDraft(PLAN, Accelerator.TCG).record();
    assertThat(record.fits(PLAN)).isTrue();
    assertThat(record.fits(PLAN.withDiskMib(1024))).isFalse();
    assertThat(record.fits(PLAN.withNamespace("other"))).isFalse();
    assertThat(record.fits(PLAN.withAccelerator(Accelerator.KVM))).isFalse();
  }
}
