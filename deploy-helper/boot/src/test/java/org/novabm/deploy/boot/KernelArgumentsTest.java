package org.novabm.deploy.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelArgumentsTest {

  @Test
  void operatorsParametersKeepTheirOrder() {
    KernelArguments parsed =
        KernelArguments.parse(" nofb nomodeset  vga=normal\tconsole=tty0 console=ttyS0,115200n8 ");
    assertThat(parsed.line())
        .isEqualTo("nofb nomodeset vga=normal console=tty0 console=ttyS0,115200n8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ip=[fd00::1]::[fd00::2]:64:node:eth0:off",
        "root=UUID=8f0c",
        "8250.nr_uarts=4",
        "url=http://172.30.10.1:8080/v1/agent?mac=52:54:00:ac:00:01&key=A-b_c~d",
        "console=",
        "disk=cciss/c0d0,sda,hda,vda"
      })
  void usualArgumentsAreKept(String text) {
    assertThat(KernelArguments.parse(text).line()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=${net0/ip}",
        "a=$b",
        "a={b}",
        "a=\"b\"",
        "a='b'",
        "a=b\\",
        "a=b;c",
        "a=b|c",
        "a=`b`",
        "a=<b>",
        "a=#b",
        "a=(b)",
        "a=b\nexit",
        "a=b\rexit",
        "a=b\u0000",
        "a=\u00e9",
        "a\u0085b",
        "||",
        "&&",
        "-",
        "--",
        "=b",
        "a&=b",
        "a:b=c"
      })
  void whatCouldMeanSomethingToABootProgramIsRefused(String text) {
    assertThatThrownBy(() -> KernelArguments.parse(text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aBlankInAValueIsRefusedAndTheValueNotRepeated() {
    assertThatThrownBy(() -> KernelArguments.NONE.with("key", "secret word"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("key")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aLineTheKernelWouldCutIsRefused() {
    assertThatThrownBy(() -> KernelArguments.parse("abcdefghi ".repeat(201)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2000");
    assertThat(KernelArguments.parse("abcdefghi ".repeat(200)).list()).hasSize(200);
  }

  @Test
  void valuesAreNotPrintedByAccident() {
    assertThat(KernelArguments.parse("quiet key=secret")).asString().doesNotContain("secret");
  }

  @Test
  void argumentsAreJoinedInOrder() {
    KernelArguments both =
        KernelArguments.parse("a").with("b", "1").and(new KernelArguments(List.of()));
    assertThat(both.line()).isEqualTo("a b=1");
  }
}
