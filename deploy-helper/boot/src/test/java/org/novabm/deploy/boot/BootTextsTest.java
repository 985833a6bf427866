package org.novabm.deploy.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.spi.MacAddress;

class BootTextsTest {

  private static final MacAddress MAC = new MacAddress("52:54:00:AC:00:01");
  private static final KernelArguments ARGUMENTS = KernelArguments.parse("quiet key=abc");

  @Test
  void ipxeStartsTheKernel() {
    KernelBoot boot =
        new KernelBoot(
            new BootFile("http://172.30.10.1:8080/deploy/vmlinuz?v=1"),
            new BootFile("http://172.30.10.1:8080/deploy/deploy.initrd"),
            ARGUMENTS);
    assertThat(IpxeScript.boot(boot, MAC).text())
        .isEqualTo(
            """
            #!ipxe
            echo novabm: starting vmlinuz on 52:54:00:ac:00:01
            kernel --name vmlinuz http://172.30.10.1:8080/deploy/vmlinuz?v=1 \
            initrd=deploy.initrd BOOTIF=01-52-54-00-ac-00-01 quiet key=abc || goto failed
            initrd --name deploy.initrd http://172.30.10.1:8080/deploy/deploy.initrd || goto failed
            boot || goto failed
            :failed
            echo novabm: cannot start vmlinuz, next boot device follows
            sleep 10
            exit 1
            """);
  }

  @Test
  void pxelinuxStartsTheKernel() {
    KernelBoot boot =
        new KernelBoot(
            new BootFile("/deploy/vmlinuz"), new BootFile("/deploy/deploy.initrd"), ARGUMENTS);
    assertThat(PxelinuxConfig.boot(boot, MAC).text())
        .isEqualTo(
            """
            DEFAULT deploy
            PROMPT 0
            LABEL deploy
              LINUX /deploy/vmlinuz
              APPEND initrd=/deploy/deploy.initrd BOOTIF=01-52-54-00-ac-00-01 quiet key=abc
            """);
  }

  @Test
  void aMachineWithoutADeploymentGoesOnToItsDisk() {
    assertThat(IpxeScript.nothingToDeploy(MAC).text())
        .startsWith("#!ipxe\necho ")
        .contains("52:54:00:ac:00:01")
        .endsWith("\nexit 1\n");
    assertThat(PxelinuxConfig.nothingToDeploy(MAC).text())
        .contains("DEFAULT local\n")
        .endsWith("LABEL local\n  LOCALBOOT 0\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"initrd=x", "BOOTIF=x", "quiet initrd"})
  void whatTheWritersAddIsNotForOthers(String arguments) {
    BootFile file = new BootFile("x");
    assertThatThrownBy(() -> new KernelBoot(file, file, KernelArguments.parse(arguments)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("BOOTIF");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "http://host/",
        "http:///x",
        "ftp://host/x",
        "file:/x",
        "a b",
        "a\nb",
        "${x}",
        "--name",
        "x/;y",
        "http://host/x?a=\n"
      })
  void whatIsNoBootFileIsRefused(String location) {
    assertThatThrownBy(() -> new BootFile(location))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("\n");
  }

  @Test
  void theFileNameIsTheLastPartOfThePath() {
    assertThat(new BootFile("http://h:80/a/kernel.x?b=/c").fileName()).isEqualTo("kernel.x");
    assertThat(new BootFile("/a/b").fileName()).isEqualTo("b");
    assertThat(new BootFile("b").fileName()).isEqualTo("b");
  }

  @Test
  void keysAreNotPrintedByAccident() {
    BootFile file = new BootFile("x");
    KernelBoot boot = new KernelBoot(file, file, ARGUMENTS);
    assertThat(boot.toString() + IpxeScript.boot(boot, MAC) + PxelinuxConfig.boot(boot, MAC))
        .doesNotContain("abc");
  }
}
