package org.novabm.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FlagFormTest {

  @Test
  void flagsAreKeysOfDefault() {
    NovaConfFile file =
        NovaConfFile.parse(
            "nova.flags",
            """
            # bare metal
            // by hand

            --connection_type=baremetal
            --tftp-root = /tftp = boot
            --debug
            --nouse_ipv6
            """);
    assertThat(file.assignments())
        .containsExactly(
            flag("connection_type", "baremetal", 4),
            flag("tftp_root", "/tftp = boot", 5),
            flag("debug", "true", 6),
            flag("use_ipv6", "false", 7));
  }

  @Test
  void theFirstLineThatCountsDecides() {
    assertThatThrownBy(() -> NovaConfFile.parse("f", "--a=1\n[DEFAULT]\nb = 1\n"))
        .isInstanceOf(ConfigException.class)
        .hasMessage("f:2: not a --name=value line; a file is either all flags or all INI sections");
    assertThat(NovaConfFile.parse("f", "[DEFAULT]\n--a = 1\n").assignments())
        .containsExactly(flag("--a", "1", 2));
  }

  @Test
  void aRemarkBehindAValueIsNoneOfIt() {
    assertThat(
            NovaConfFile.parse(
                    "f",
                    """
                    ...
                    --a=1 # one
                    --b # on # or off
                    --c=x#y #z
                    --d = x\t#
                    """)
                .assignments())
        .extracting(assignment -> assignment.name().key() + "=" + assignment.value())
        .containsExactly("...=", "a=1", "b=true", "c=x#y #z", "d=x");
  }

  @Test
  void aFlagNeedsAName() {
    assertThatThrownBy(() -> NovaConfFile.parse("f", "--=1"))
        .hasMessageStartingWith("f:1: a flag without a name");
  }

  @Test
  void flagFilesAreNotNested() {
    assertThatThrownBy(() -> NovaConfFile.parse("f", "--flagfile=/etc/nova/other.conf"))
        .hasMessage("f:1: flag files are not nested; give each by a --config-file of its own");
  }

  private static Assignment flag(String name, String value, int line) {
    Origin origin = new Origin(line < 3 ? "f" : "nova.flags", line);
    return new Assignment(new OptionName("DEFAULT", name), value, origin);
  }
}
