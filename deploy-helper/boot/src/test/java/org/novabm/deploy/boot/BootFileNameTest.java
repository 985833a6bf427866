package org.novabm.deploy.boot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.deploy.boot.BootFileName.Ipxe;
import org.novabm.deploy.boot.BootFileName.Pxelinux;
import org.novabm.spi.MacAddress;

class BootFileNameTest {

  private static final MacAddress MAC = new MacAddress("52:54:00:ac:00:29");

  @Test
  void pxelinuxNamesItsFileByTheAddress() {
    assertThat(new Pxelinux(MAC).text()).isEqualTo("pxelinux.cfg/01-52-54-00-ac-00-29");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pxelinux.cfg/01-52-54-00-ac-00-29",
        "/pxelinux.cfg/01-52-54-00-ac-00-29",
        "/tftpboot/pxelinux.cfg/01-52-54-00-AC-00-29",
        "PXELINUX.CFG/01-52-54-00-AC-00-29"
      })
  void theAddressIsReadFromTheName(String name) {
    assertThat(BootFileName.parse(name)).isEqualTo(new Pxelinux(MAC));
  }

  @ParameterizedTest
  @ValueSource(strings = {"boot.ipxe", "/boot.ipxe", "/tftpboot/boot.ipxe"})
  void ipxeAsksForItsScript(String name) {
    assertThat(BootFileName.parse(name)).isEqualTo(new Ipxe());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pxelinux.cfg/default",
        "pxelinux.cfg/AC1E0A01",
        "pxelinux.cfg/b8945908-d6a6-41a9-611d-74a6ab80b83d",
        "pxelinux.cfg/01-52-54-00-ac-00",
        "pxelinux.cfg/20-52-54-00-ac-00-29",
        "pxelinux.cfg/01-52-54-00-ac-00-29\n",
        "xpxelinux.cfg/01-52-54-00-ac-00-29",
        "xboot.ipxe",
        "pxelinux.0",
        ""
      })
  void otherNamesAreNot(String name) {
    assertThat(BootFileName.parse(name)).isNull();
  }
}
