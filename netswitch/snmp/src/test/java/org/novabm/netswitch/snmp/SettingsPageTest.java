package org.novabm.netswitch.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.novabm.spi.BackendSettings;

/** docs/switches.md lists the settings there are, with their defaults. */
class SettingsPageTest {

  private static final Pattern ROW =
      Pattern.compile("\\| `([a-z_]+)` \\| (?:`([^`]*)`)? ?\\|[^|\n]*\\|");

  private static Map<String, String> page() throws IOException {
    String page = Files.readString(Path.of("../../docs/switches.md"));
    String text = page.substring(page.indexOf("## SNMP"));
    String rows = text.substring(text.indexOf("### Settings"), text.indexOf("### Not there"));
    Map<String, String> settings = new TreeMap<>();
    ROW.matcher(rows)
        .results()
        .forEach((MatchResult row) -> settings.put(row.group(1), text(row.group(2))));
    return settings;
  }

  private static String text(@org.jspecify.annotations.Nullable String cell) {
    return cell == null ? "" : cell;
  }

  @Test
  void thePageHasTheDefaults() throws IOException {
    assertThat(SnmpSettings.from(new BackendSettings("netswitch:snmp", page())))
        .isEqualTo(SnmpSettings.STANDARD);
  }

  @Test
  void thePageHasEverySetting() throws IOException {
    Map<String, String> pageKeys = page();
    assertThatThrownBy(
            () -> SnmpSettings.from(new BackendSettings("netswitch:snmp", Map.of("no_such", "1"))))
        .hasMessageEndingWith("known are " + new java.util.TreeSet<>(pageKeys.keySet()));
  }
}
