package org.novabm.rack.bmc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.novabm.spi.Secret;
import org.novabm.spi.power.PowerState;

/** ipmitool and FreeIPMI take a simulated BMC for one. */
class ForeignClientsTest {

  private static final BmcAccount ACCOUNT = BmcAccount.of("admin", Secret.of("secret"));
  private final BmcFarm farm = BmcFarm.start();
  private final PlainChassis chassis = new PlainChassis(PowerState.OFF);
  private final BmcPlan plan = BmcPlan.of(ACCOUNT, chassis);

  @AfterEach
  void stop() {
    farm.close();
  }

  private SimulatedBmc add(BmcPlan wanted) {
    return farm.add(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), wanted);
  }

  private static List<String> with(Suite suite) {
    return List.of("-C", "" + suite.id(), "-P", "secret");
  }

  @ParameterizedTest
  @EnumSource
  void ipmitoolSwitchesTheMachine(Suite suite) throws Exception {
    SimulatedBmc bmc = add(plan.withSuites(suite));
    assertThat(IpmiTools.ipmitool(bmc, with(suite), "power", "status"))
        .isEqualTo("Chassis Power is off");
    assertThat(IpmiTools.ipmitool(bmc, with(suite), "power", "on"))
        .isEqualTo("Chassis Power Control: Up/On");
    assertThat(chassis.isOn()).isTrue();
    assertThat(IpmiTools.ipmitool(bmc, with(suite), "power", "cycle"))
        .isEqualTo("Chassis Power Control: Cycle");
    assertThat(IpmiTools.ipmitool(bmc, with(suite), "power", "reset"))
        .isEqualTo("Chassis Power Control: Reset");
    assertThat(chassis.starts()).isEqualTo(3);
    assertThat(IpmiTools.ipmitool(bmc, with(suite), "power", "off"))
        .isEqualTo("Chassis Power Control: Down/Off");
    assertThat(chassis.isOn()).isFalse();
    assertThat(bmc.sessions()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void freeipmiAgrees(Suite suite) throws Exception {
    SimulatedBmc bmc = add(plan.withSuites(suite));
    String host = "127.0.0.1:" + bmc.address().getPort();
    assertThat(IpmiTools.freeipmi("ipmipower", host, suite, "--stat")).endsWith("off");
    assertThat(IpmiTools.freeipmi("ipmipower", host, suite, "--on", "--wait-until-on"))
        .endsWith("ok");
    assertThat(chassis.isOn()).isTrue();
  }

  @Test
  void ipmitoolFindsTheBestSuiteByItself() throws Exception {
    List<String> password = List.of("-P", "secret", "-v");
    assertThat(IpmiTools.ipmitool(add(plan), password, "power", "status"))
        .contains("Chassis Power is off")
        .doesNotContain("Unable to Get Channel Cipher Suites");
    assertThat(
            IpmiTools.ipmitool(
                add(plan.withSuites(Suite.SUITE_3)), with(Suite.SUITE_17), "power", "status"))
        .contains("Unable to establish IPMI v2");
  }

  @Test
  void aBmcKeyIsNeededWhereThereIsOne() throws Exception {
    SimulatedBmc bmc =
        add(BmcPlan.of(ACCOUNT.withBmcKey(Secret.of("twenty bytes of key!")), chassis));
    assertThat(
            IpmiTools.ipmitool(
                bmc,
                List.of("-C", "17", "-P", "secret", "-k", "twenty bytes of key!"),
                "power",
                "status"))
        .isEqualTo("Chassis Power is off");
    assertThat(IpmiTools.ipmitool(bmc, with(Suite.SUITE_17), "power", "status"))
        .contains("Unable to establish IPMI v2");
  }

  @Test
  void ipmitoolReadsBackTheBootDeviceWithItsFlags() throws Exception {
    SimulatedBmc bmc = add(plan);
    IpmiTools.ipmitool(
        bmc, with(Suite.SUITE_17), "chassis", "bootdev", "pxe", "options=persistent,efiboot");
    assertThat(IpmiTools.ipmitool(bmc, with(Suite.SUITE_17), "chassis", "bootparam", "get", "5"))
        .contains("Boot Flag Valid", "Force PXE", "all future boots", "BIOS EFI boot");
  }

  @Test
  void ipmitoolSetsPolicyAndIdentifies() throws Exception {
    SimulatedBmc bmc = add(plan);
    assertThat(IpmiTools.ipmitool(bmc, with(Suite.SUITE_3), "chassis", "policy", "always-on"))
        .contains("Set chassis power restore policy to always-on");
    IpmiTools.ipmitool(bmc, with(Suite.SUITE_3), "chassis", "policy", "previous");
    IpmiTools.ipmitool(bmc, with(Suite.SUITE_3), "chassis", "identify", "force");
    assertThat(IpmiTools.ipmitool(bmc, with(Suite.SUITE_3), "chassis", "status"))
        .contains("Power Restore Policy : previous");
    assertThat(IpmiTools.ipmitool(bmc, with(Suite.SUITE_3), "mc", "info"))
        .contains("IPMI Version              : 2.0");
  }

  @Test
  void ipmitoolReadsAndClearsTheEventLog() throws Exception {
    SimulatedBmc bmc = add(plan);
    IpmiTools.ipmitool(bmc, with(Suite.SUITE_17), "power", "on");
    IpmiTools.ipmitool(bmc, with(Suite.SUITE_17), "power", "off");
    assertThat(IpmiTools.ipmitool(bmc, with(Suite.SUITE_17), "sel", "list").lines())
        .satisfiesExactly(
            on -> assertThat(on).contains("ACPI", "S0/G0: working"),
            off -> assertThat(off).contains("ACPI", "S5/G2: soft-off"));
    assertThat(IpmiTools.ipmitool(bmc, with(Suite.SUITE_17), "sel", "info"))
        .contains("Entries          : 2");
    IpmiTools.ipmitool(bmc, with(Suite.SUITE_17), "sel", "clear");
    assertThat(IpmiTools.ipmitool(bmc, with(Suite.SUITE_17), "sel", "list"))
        .contains("SEL has no entries");
    String host = "127.0.0.1:" + bmc.address().getPort();
    IpmiTools.freeipmi("ipmipower", host, Suite.SUITE_3, "--on");
    assertThat(IpmiTools.ipmitool(bmc, with(Suite.SUITE_3), "sel", "elist")).contains("working");
  }

  @Test
  void aWrongPasswordIsRefused() throws Exception {
    assertThat(IpmiTools.ipmitool(add(plan), List.of("-C", "3", "-P", "wrong"), "power", "status"))
        .contains("Unable to establish IPMI v2");
  }

  @Test
  void withoutSlotsNobodyIsLetIn() throws Exception {
    SimulatedBmc bmc = add(plan.withFaults(FaultRules.parse("no-slots")));
    assertThat(IpmiTools.ipmitool(bmc, with(Suite.SUITE_3), "-v", "power", "status"))
        .contains("insufficient resources for session");
  }

  @Test
  void aLiarSaysYesAndDoesNothing() throws Exception {
    SimulatedBmc bmc = add(plan.withFaults(FaultRules.parse("lie")));
    assertThat(IpmiTools.ipmitool(bmc, with(Suite.SUITE_3), "power", "on"))
        .isEqualTo("Chassis Power Control: Up/On");
    assertThat(chassis.isOn()).isFalse();
  }

  @Test
  void ipmipowerSweepsManyOfThem() throws Exception {
    for (int number = 1; number <= 200; number++) {
      PowerState state = number % 2 == 0 ? PowerState.ON : PowerState.OFF;
      farm.add(
          new InetSocketAddress("127.9.0." + number, 16623),
          BmcPlan.of(ACCOUNT, new PlainChassis(state))
              .withFaults(FaultRules.parse(number == 7 ? "dead" : "delay=5ms")));
    }
    String hosts =
        String.join(
            ",",
            IntStream.rangeClosed(1, 200)
                .mapToObj(number -> "127.9.0." + number + ":16623")
                .toList());
    String swept =
        IpmiTools.freeipmi(
            "ipmipower",
            hosts,
            Suite.SUITE_3,
            "--stat",
            "--session-timeout",
            "2000",
            "--retransmission-timeout",
            "500");
    assertThat(swept).as(swept).contains("127.9.0.7: connection timeout");
    assertThat(swept.lines().filter(line -> line.endsWith(": on"))).hasSize(100);
    assertThat(swept.lines().filter(line -> line.endsWith(": off"))).hasSize(99);
  }
}
