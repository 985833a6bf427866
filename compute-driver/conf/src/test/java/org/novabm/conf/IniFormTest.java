package org.novabm.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IniFormTest {

  @Test
  void everyAssignmentKeepsItsPlace() {
    List<Assignment> assignments =
        NovaConfFile.parse(
                "n.conf",
                """
                # note
                [DEFAULT]
                host = one

                [BareMetal]
                tftp_root: "/tftp boot"
                pxe_append_params = a
                  b
                """)
            .assignments();
    assertThat(assignments)
        .containsExactly(
            new Assignment(new OptionName("DEFAULT", "host"), "one", new Origin("n.conf", 3)),
            new Assignment(
                new OptionName("baremetal", "tftp_root"), "/tftp boot", new Origin("n.conf", 6)),
            new Assignment(
                new OptionName("baremetal", "pxe_append_params"), "a\nb", new Origin("n.conf", 7)));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          [DEFAULT              | n.conf:1: a section line must end with ]
          []                    | n.conf:1: a section needs a name
          [DEFAULT]/host        | n.conf:2: neither a [section] nor a key = value line
          [DEFAULT]/= x         | n.conf:2: a value without a key
          [DEFAULT]//` x`       | n.conf:3: an indented line continues a value
          """,
      delimiter = '|')
  void aWrongLineIsNamed(String lines, String message) {
    String text = lines.replace('/', '\n').replace("`", "");
    assertThatThrownBy(() -> NovaConfFile.parse("n.conf", text))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void keysAboveTheFirstSectionAreThoseOfDefault() {
    assertThat(NovaConfFile.parse("n.conf", "...\nhost = x\n[novabm]\nworkers = 1").assignments())
        .extracting(assignment -> assignment.name().toString())
        .containsExactly("[DEFAULT] ...", "[DEFAULT] host", "[novabm] workers");
  }

  @Test
  void anAssignmentDoesNotPrintItsValue() {
    assertThat(NovaConfFile.parse("n.conf", "[DEFAULT]\nrabbit_password = hush").toString())
        .contains("rabbit_password")
        .doesNotContain("hush");
  }
}
