package org.novabm.rack.bmc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.spi.Secret;
import org.novabm.spi.power.PowerState;

/** What ipmitool and FreeIPMI read of sensors, inventory and log, sound and with each fault. */
class ForeignRecordsTest {

  private static final BmcAccount ACCOUNT = BmcAccount.of("admin", Secret.of("secret"));
  private static final List<String> LOGIN = List.of("-C", "3", "-P", "secret");

  private final BmcFarm farm = BmcFarm.start();

  @AfterEach
  void stop() {
    farm.close();
  }

  private SimulatedBmc add(BmcProfile profile) {
    BmcPlan plan = BmcPlan.of(ACCOUNT, new PlainChassis(PowerState.OFF)).with(profile);
    return farm.add(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), plan);
  }

  private static BmcProfile with(String... traits) {
    BmcProfile profile = BmcProfile.plain();
    for (String trait : traits) {
      profile = profile.with(trait);
    }
    return profile;
  }

  private String ipmitool(BmcProfile profile, String... words) throws Exception {
    return IpmiTools.ipmitool(add(profile), LOGIN, words);
  }

  @Test
  void soundSensorsAreReadByBoth(@TempDir Path cache) throws Exception {
    assertThat(ipmitool(with(), "sdr", "list").lines())
        .satisfiesExactly(
            cpu -> assertThat(cpu).contains("CPU Temp", "41 degrees C", "ok"),
            system -> assertThat(system).contains("Sys Temp", "42 degrees C"),
            fan -> assertThat(fan).contains("Fan 1", "4300 RPM"),
            supply -> assertThat(supply).contains("PSU 12V", "12.32 Volts"));
    SimulatedBmc bmc = add(with());
    String folder = "--sdr-cache-directory=" + cache;
    assertThat(freeipmi("ipmi-sensors", bmc, folder, "--no-header-output"))
        .contains("CPU Temp", "Fan 1", "4300.00", "12.32");
  }

  private static String freeipmi(String program, SimulatedBmc bmc, String... options)
      throws Exception {
    return IpmiTools.freeipmi(
        program, "127.0.0.1:" + bmc.address().getPort(), Suite.SUITE_3, options);
  }

  @Test
  void aSoundInventoryIsReadByBoth() throws Exception {
    assertThat(ipmitool(with(), "fru", "print", "0"))
        .contains("CSERIAL", "Board1", "BSERIAL", "Server1", "PSERIAL", "ASSET");
    SimulatedBmc bmc = add(with());
    assertThat(freeipmi("ipmi-fru", bmc, "--device-id=0", "--ignore-sdr-cache"))
        .contains("Server1", "PSERIAL")
        .doesNotContain("invalid");
  }

  @Test
  void aLongLogWithGapsIsReadByBoth() throws Exception {
    BmcProfile profile = with("log-entries=200", "log-step=7");
    assertThat(ipmitool(profile, "sel", "list").lines()).hasSize(200);
    SimulatedBmc bmc = add(profile);
    assertThat(
            freeipmi("ipmi-sel", bmc, "--ignore-sdr-cache", "--no-header-output", "--tail=3")
                .lines())
        .hasSize(3)
        .allMatch(line -> line.contains("Temperature"));
  }

  /** They give up, pass over or see nothing wrong; what they say shows that the fault is there. */
  @Test
  void eachFaultIsSeenByIpmitool() throws Exception {
    for (String third : List.of("third-sensor=times-out", "third-sensor=junk")) {
      assertThat(ipmitool(with(third), "sdr", "list"))
          .as(third)
          .contains("CPU Temp")
          .doesNotContain("4300 RPM");
    }
    assertThat(ipmitool(with("last-sensor=ghost"), "sdr", "list")).contains("PSU 12V", "0005");
    assertThat(ipmitool(with("piece=8"), "sdr", "list")).contains("4300 RPM");
    assertThat(ipmitool(with("product-area=empty"), "fru", "print", "0")).doesNotContain("PSERIAL");
    assertThat(ipmitool(with("product-area=long"), "fru", "print", "0")).contains("too large");
    assertThat(ipmitool(BmcProfile.named("fboss"), "sel", "list").lines()).hasSize(129);
    assertThat(ipmitool(with("log-entries=9", "log-first=alone"), "sel", "list").lines())
        .hasSize(1);
    assertThat(ipmitool(with("log-knows-last=no", "log-entries=3"), "sel", "get", "0xffff"))
        .contains("failed");
  }

  @Test
  void aWrongSumIsSeenByFreeIpmi() throws Exception {
    assertThat(
            freeipmi(
                "ipmi-fru",
                add(with("product-area=wrong-sum")),
                "--device-id=0",
                "--ignore-sdr-cache"))
        .contains("product info area checksum invalid");
  }

  @Test
  void aRefusalPassesAfterAsManyTimesAsItSays() throws Exception {
    SimulatedBmc bmc = add(with("refused=control:0xD5*2,0xC4"));
    String notNow = "Not supported in present state";
    for (String words : List.of(notNow, notNow, "space")) {
      assertThat(IpmiTools.ipmitool(bmc, LOGIN, "power", "on")).containsIgnoringCase(words);
    }
    assertThat(IpmiTools.ipmitool(bmc, LOGIN, "power", "on"))
        .isEqualTo("Chassis Power Control: Up/On");
  }

  @Test
  void anotherSuiteIsRefusedAsIllegalParameter() throws Exception {
    SimulatedBmc bmc = add(with("suites=3", "other-suites=0x12"));
    assertThat(
            IpmiTools.ipmitool(bmc, List.of("-C", "17", "-P", "secret", "-v"), "power", "status"))
        .contains("illegal parameter");
    assertThat(IpmiTools.ipmitool(bmc, LOGIN, "power", "status")).contains("is off");
  }
}
