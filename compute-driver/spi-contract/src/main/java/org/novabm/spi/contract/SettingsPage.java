package org.novabm.spi.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.novabm.spi.BackendSettings;

/**
 * A page of the documentation lists the settings of a back end, with their defaults. A test class
 * implements this interface and inherits the tests.
 */
@DisplayName("the page of settings")
public interface SettingsPage {

  /** The page, as seen from the module's folder. */
  Path page();

  /** The heading above the back end's part of it. */
  String heading();

  /** The group in the configuration. */
  String group();

  /** How the back end reads its settings; two readings of the same are equal. */
  Function<BackendSettings, Object> reader();

  @Test
  default void thePageHasTheDefaults() throws IOException {
    assertThat(reader().apply(new BackendSettings(group(), rows())))
        .isEqualTo(reader().apply(BackendSettings.none(group())));
  }

  @Test
  default void thePageHasEverySetting() throws IOException {
    TreeSet<String> known = new TreeSet<>(rows().keySet());
    BackendSettings unknown = new BackendSettings(group(), Map.of("no_such", "1"));
    assertThatThrownBy(() -> reader().apply(unknown)).hasMessageEndingWith("known are " + known);
  }

  private Map<String, String> rows() throws IOException {
    String text = Files.readString(page());
    String part = text.substring(text.indexOf("\n" + heading() + "\n"));
    String table = part.substring(part.indexOf("### Settings"), part.indexOf("### Not there"));
    Map<String, String> settings = new TreeMap<>();
    Pattern.compile("\\| `([a-z_]+)` \\| (?:`([^`]*)`)? ?\\|[^|\n]*\\|")
        .matcher(table)
        .results()
        .forEach((MatchResult row) -> settings.put(row.group(1), text(row.group(2))));
    return settings;
  }

  private static String text(@Nullable String cell) {
    return cell == null ? "" : cell.replace("~", System.getProperty("user.home"));
  }
}
