package org.novabm.conf.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.novabm.conf.Assignment;
import org.novabm.conf.OptionName;
import org.novabm.spi.Secret;
import org.novabm.spi.network.VlanId;

/** In two halves: what holds when nothing is set, and where each key goes. */
class EverySettingTest {

  @Test
  void theDefaults() {
    Settings settings = Texts.settings();
    assertThat(settings.host())
        .isEqualTo(
            new HostSettings(
                "machine1",
                "127.0.0.1",
                Path.of("/var/lib/nova"),
                "nova.virt.baremetal.driver.BareMetalDriver",
                false,
                Duration.ofSeconds(60)));
    assertThat(settings.database())
        .isEqualTo(
            new DatabaseSettings(
                Secret.of(
                    "jdbc:h2:file:/var/lib/nova/nova_bm;MODE=MySQL;DATABASE_TO_LOWER=TRUE;"
                        + "CASE_INSENSITIVE_IDENTIFIERS=TRUE;WRITE_DELAY=0")));
    assertThat(settings.messaging()).isEqualTo(defaultMessaging());
    assertThat(settings.queues())
        .isEqualTo(new QueueSettings(false, false, false, false, 0, 0, 0, Duration.ofMinutes(30)));
    assertThat(settings.baremetal()).isEqualTo(defaultBaremetal());
    assertThat(settings.novabm()).isEqualTo(defaultNovabm());
    assertThat(settings.api()).isEqualTo(defaultApi());
    assertThat(settings.passedOver()).isEmpty();
  }

  private static MessagingSettings defaultMessaging() {
    return new MessagingSettings(
        Secret.EMPTY,
        "rabbit",
        "",
        List.of(),
        5672,
        "guest",
        Secret.of("guest"),
        "/",
        false,
        "",
        "",
        "",
        "",
        false,
        "nova",
        "compute",
        Duration.ofMinutes(1),
        Duration.ofMinutes(1),
        0,
        List.of("notifications"),
        List.of("noop"),
        512);
  }

  private static BaremetalSettings defaultBaremetal() {
    return new BaremetalSettings(
        "nova.virt.baremetal.pxe.PXE",
        "nova.virt.baremetal.ipmi.IPMI",
        "openvswitch",
        Path.of("/tftpboot"),
        "",
        "",
        "nofb nomodeset vga=normal",
        Duration.ZERO);
  }

  private static NovabmSettings defaultNovabm() {
    return new NovabmSettings(
        new VlanId(10),
        new VlanId(20),
        Map.of(),
        Path.of("/var/lib/nova/secret.key"),
        Path.of("/var/lib/nova/images/root"),
        Path.of("/var/lib/nova/images/cache"),
        "",
        "127.0.0.1",
        "",
        10000,
        69,
        DeployHelper.INSIDE,
        List.of(),
        64,
        Duration.ofSeconds(15),
        Duration.ZERO,
        Duration.ofMinutes(2),
        Duration.ofMinutes(2),
        1024,
        20,
        Duration.ofMinutes(30),
        Duration.ofHours(2),
        Path.of("/var/lib/nova/plugins"),
        5672);
  }

  private static ApiSettings defaultApi() {
    return new ApiSettings(
        "127.0.0.1",
        8774,
        Secret.EMPTY,
        List.of(),
        "",
        "",
        "",
        "",
        128,
        64,
        Duration.ofSeconds(10),
        Duration.ofSeconds(60),
        24,
        1024,
        16,
        List.of());
  }

  private static ApiSettings mappedApi() {
    return new ApiSettings(
        "192.0.2.2",
        0,
        Secret.of("sixteen-letters."),
        List.of("osapi_compute", "metadata"),
        "/srv/cert.pem",
        "/srv/key.pem",
        "",
        "/srv/ca.pem",
        300,
        301,
        Duration.ofSeconds(11),
        Duration.ofSeconds(61),
        65,
        2048,
        17,
        List.of("100-199", "300"));
  }

  @Test
  void theFullMapping() {
    Settings settings = Texts.everyKeySet();
    assertThat(settings.host())
        .isEqualTo(
            new HostSettings(
                "bm1",
                "192.0.2.1",
                Path.of("/srv/nova"),
                "baremetal.driver.BareMetalDriver",
                true,
                Duration.ofSeconds(90)));
    assertThat(settings.database())
        .isEqualTo(new DatabaseSettings(Secret.of("mysql://nova:hush@db/nova_bm")));
    assertThat(settings.messaging()).isEqualTo(mappedMessaging());
    assertThat(settings.queues())
        .isEqualTo(new QueueSettings(true, true, false, true, 5, 6, 7, Duration.ofSeconds(1801)));
    assertThat(settings.baremetal()).isEqualTo(mappedBaremetal());
    assertThat(settings.novabm()).isEqualTo(mappedNovabm());
    assertThat(settings.api()).isEqualTo(mappedApi());
    assertThat(settings.passedOver()).isEmpty();
  }

  private static MessagingSettings mappedMessaging() {
    return new MessagingSettings(
        Secret.of("rabbit://u:p@r1,r2:5673/v"),
        "kombu",
        "r3",
        List.of("r4", "r5:5674"),
        5675,
        "nova",
        Secret.of("hush"),
        "/v",
        true,
        "TLSv1_2",
        "/ca.pem",
        "/cert.pem",
        "/key.pem",
        false,
        "nova2",
        "compute2",
        Duration.ofSeconds(61),
        Duration.ZERO,
        7,
        List.of("n1", "n2"),
        List.of("messagingv2", "noop"),
        640);
  }

  private static BaremetalSettings mappedBaremetal() {
    return new BaremetalSettings(
        "fake",
        "fake",
        "fake",
        Path.of("/srv/tftp"),
        "/srv/kernel",
        "/srv/ramdisk",
        "console=ttyS0",
        Duration.ofMinutes(15));
  }

  private static NovabmSettings mappedNovabm() {
    return new NovabmSettings(
        new VlanId(11),
        new VlanId(21),
        Map.of("net-a", new VlanId(31), "net-b", new VlanId(32)),
        Path.of("/srv/key"),
        Path.of("/srv/images"),
        Path.of("/srv/cache"),
        "images.example.org, 10.1.0.0/16",
        "192.0.2.3",
        "192.0.2.0/24, fd00::/8",
        10001,
        0,
        DeployHelper.ALONE,
        List.of("fake", "agent"),
        1,
        Duration.ofSeconds(16),
        Duration.ofSeconds(600),
        Duration.ofSeconds(121),
        Duration.ofSeconds(61),
        2048,
        10,
        Duration.ofSeconds(1801),
        Duration.ofSeconds(7201),
        Path.of("/srv/plugins"),
        0);
  }

  @Test
  void theFileHasEveryKeyThereIs() {
    Set<OptionName> inFile =
        Texts.everyKey().assignments().stream().map(Assignment::name).collect(Collectors.toSet());
    assertThat(OptionCatalogue.options())
        .extracting(SettingsOption::name)
        .containsExactlyInAnyOrderElementsOf(inFile);
  }

  @Test
  void noSecretIsPrinted() {
    assertThat(Texts.everyKeySet().toString())
        .contains("bm1")
        .doesNotContain("hush")
        .doesNotContain("u:p@")
        .doesNotContain("sixteen-letters");
  }
}
