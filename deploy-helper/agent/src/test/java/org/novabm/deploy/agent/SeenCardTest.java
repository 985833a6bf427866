package org.novabm.deploy.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.deploy.agent.AgentContact.Phase;
import org.novabm.deploy.boot.IpxeScript;
import org.novabm.spi.deploy.DeployOrder;
import org.novabm.spi.deploy.DeployProgress;

/** Callers whose network card was seen: leases stand for all ways to see it. */
class SeenCardTest {

  private static final String NOTHING = IpxeScript.nothingToDeploy(Rack.MAC).text();
  private static final String MACHINE = "52:54:00:ac:00:01";
  private static final String UNRECORDED = "52:54:00:ac:00:99";
  private static final String OTHER = "52:54:00:66:66:66";

  @TempDir private Path folder;
  private Rack rack;
  private final Map<String, Machine> machines = new HashMap<>();

  @BeforeEach
  void open() throws IOException {
    rack = new Rack(folder, Map.of("dhcp_leases", folder.resolve("leases").toString()));
    rack.write("leases", new byte[0]);
  }

  @AfterEach
  void close() {
    machines.values().forEach(Machine::close);
    rack.close();
  }

  private Machine at(String address) {
    return machines.computeIfAbsent(
        address,
        from -> {
          try {
            return new Machine(rack.address(), from);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private void leased(String... addressAndCard) throws IOException {
    StringBuilder leases = new StringBuilder();
    for (int i = 0; i < addressAndCard.length; i += 2) {
      leases.append("0 %s %s * *%n".formatted(addressAndCard[i + 1], addressAndCard[i]));
    }
    rack.write("leases", leases.toString().getBytes(StandardCharsets.US_ASCII));
  }

  private String reason(DeployOrder order) {
    return rack.deployer.progress(order.deployment()) instanceof DeployProgress.Failed failed
        ? failed.reason()
        : "not failed";
  }

  @Test
  void whoIsSeenToHaveAnotherCardIsRefusedEvenWhenHeComesFirst() throws Exception {
    leased("127.0.0.66", OTHER);
    DeployOrder order = rack.published();

    assertThat(at("127.0.0.66").script()).isEqualTo(NOTHING);

    assertThat(rack.contact(order).phase()).isEqualTo(Phase.PUBLISHED);
    assertThat(rack.contact(order).note())
        .isEqualTo(
            "its boot file was refused to 127.0.0.66: its NIC is 52:54:00:66:66:66, not the machine's; if it is, add that NIC to the node, and if it is a router's, name the router in [deploy:agent] relays");
    assertThat(at("127.0.0.1").script()).contains("novabm.secret");
  }

  @Test
  void aCallFromAnotherCardIsRefusedAndTheTimelineNamesIt() throws Exception {
    DeployOrder order = rack.published();
    String secret = at("127.0.0.66").secret();
    leased("127.0.0.66", OTHER);

    assertThat(at("127.0.0.66").hello(secret, Rack.DISK).statusCode()).isEqualTo(403);
    assertThat(rack.contact(order).note())
        .isEqualTo(
            "a call for this machine from 127.0.0.66 was refused: its NIC is 52:54:00:66:66:66, not the machine's; if it is, add that NIC to the node, and if it is a router's, name the router in [deploy:agent] relays");
  }

  @Test
  void aMachineWithTwoAddressesIsLetInWhenItsCardIsSeen() throws Exception {
    leased("127.0.0.155", MACHINE, "127.0.0.156", MACHINE);
    DeployOrder order = rack.published();
    String secret = at("127.0.0.155").secret();

    assertThat(at("127.0.0.156").hello(secret, Rack.DISK).statusCode()).isEqualTo(200);
    assertThat(rack.contact(order).peerAddress()).isEqualTo("127.0.0.156");
    assertThat(rack.contact(order).note()).isNull();
  }

  @Test
  void theMachineTakesItsOrderBackFromWhoCameFirst() throws Exception {
    leased("127.0.0.1", MACHINE);
    DeployOrder order = rack.published();
    at("127.0.0.66").secret();
    String secret = at("127.0.0.1").secret();

    assertThat(rack.contact(order).note())
        .isEqualTo("its boot file was fetched from 127.0.0.66 and then from 127.0.0.1");
    assertThat(at("127.0.0.1").hello(secret, Rack.DISK).statusCode()).isEqualTo(200);
  }

  @Test
  void theMachineCallingWhileAnotherHasItsSessionEndsTheDeployment() throws Exception {
    leased("127.0.0.1", MACHINE);
    DeployOrder order = rack.published();
    at("127.0.0.66").welcome();
    assertThat(at("127.0.0.1").script()).isEqualTo(NOTHING);

    assertThat(reason(order))
        .startsWith(
            "the machine calls from 127.0.0.1, but 127.0.0.66, which is not identified as the machine");
  }

  @Test
  void theMachineAskingAgainInItsOwnSessionEndsNothing() throws Exception {
    leased("127.0.0.155", MACHINE, "127.0.0.156", MACHINE);
    DeployOrder order = rack.published();
    at("127.0.0.155").welcome();
    assertThat(at("127.0.0.156").script()).isEqualTo(NOTHING);

    assertThat(rack.contact(order).phase()).isEqualTo(Phase.WRITING);
  }

  @Test
  void anOldAgentThatWillNotComeAgainEndsTheDeploymentAtOnce() throws Exception {
    leased("127.0.0.1", MACHINE);
    DeployOrder order = rack.published();
    at("127.0.0.1").secret();

    at("127.0.0.1").hello("0".repeat(64), Rack.DISK, "&again=1");
    assertThat(rack.contact(order).phase()).isEqualTo(Phase.BOOTING);
    at("127.0.0.1").hello("0".repeat(64), Rack.DISK);
    assertThat(reason(order))
        .contains("a call for this machine from 127.0.0.1 was refused: its secret is not one of")
        .contains("it does not ask for another");
  }

  @Test
  void aCardThatIsNotOnRecordIsNamedToTheMachinesDeployment() throws Exception {
    leased("127.0.0.1", MACHINE);
    DeployOrder order = rack.published();
    at("127.0.0.1").get("/boot.ipxe?mac=" + UNRECORDED, "");

    assertThat(rack.contact(order).note())
        .isEqualTo(
            "127.0.0.1 asked for the boot file of NIC 52:54:00:ac:00:99, which no machine under deployment has on record, but it is seen to be this machine by its NIC 52:54:00:ac:00:01; add 52:54:00:ac:00:99 to the node");
  }

  @Test
  void aCallThatNamesAnotherCardOfTheMachineEndsTheDeploymentWhenItIsTheLast() throws Exception {
    leased("127.0.0.1", MACHINE);
    DeployOrder order = rack.published();
    at("127.0.0.1").secret();
    at("127.0.0.1").helloOf(UNRECORDED, "&again=1");
    assertThat(rack.contact(order).phase()).isEqualTo(Phase.BOOTING);

    assertThat(at("127.0.0.1").helloOf(UNRECORDED, "").statusCode()).isEqualTo(403);
    assertThat(reason(order))
        .startsWith(
            "a call from 127.0.0.1 was refused: it names the NIC 52:54:00:ac:00:99, which no machine under deployment has on record");
  }

  @Test
  void callsOfStrangersForUnknownCardsEndNothing() throws Exception {
    leased("127.0.0.1", MACHINE, "127.0.0.66", OTHER);
    DeployOrder order = rack.published();
    String secret = at("127.0.0.1").secret();
    for (int i = 0; i < 100; i++) {
      at("127.0.0.66").helloOf(UNRECORDED, "");
      at("127.0.0.67").helloOf(UNRECORDED, "");
    }

    assertThat(rack.contact(order).note()).isNull();
    assertThat(at("127.0.0.1").hello(secret, Rack.DISK).statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsSeenOfARelaySaysNothingOfThoseBehindIt() throws Exception {
    rack.close();
    rack =
        new Rack(
            folder,
            Map.of("dhcp_leases", folder.resolve("leases").toString(), "relays", "127.0.0.66/31"));
    leased("127.0.0.66", OTHER);
    rack.published();

    assertThat(at("127.0.0.66").hello(at("127.0.0.66").secret(), Rack.DISK).statusCode())
        .isEqualTo(200);
  }
}
