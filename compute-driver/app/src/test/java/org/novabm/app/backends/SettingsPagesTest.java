package org.novabm.app.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.network.SwitchManagerProvider;
import org.novabm.spi.power.PowerManagerProvider;
import org.novabm.spi.settings.SettingDescription;

/** Samples and pages say of the settings of back ends what their records say. */
class SettingsPagesTest {

  static final String REWRITE =
      "./mvnw -pl compute-driver/app -am test -Dtest=SettingsPagesTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dnovabm.rewrite";

  private static final Path CHECKOUT = Path.of(System.getProperty("novabm.checkout"));

  private static final Pattern TABLE =
      Pattern.compile(
          "(<!-- settings of ([a-z_:, ]+) -->\n)(?:\\|.*\n)*(<!-- end of settings -->\n)");

  private final DeclaredSettings declared = new DeclaredSettings();

  @Test
  void theSampleIsThatOfTheRecords() throws IOException {
    same(CHECKOUT.resolve("etc/backends.conf.sample"), declared.sample());
  }

  @Test
  void thePagesHaveATableOfEachBackEnd() throws IOException {
    List<String> groups = new ArrayList<>();
    try (Stream<Path> pages = Files.list(CHECKOUT.resolve("docs"))) {
      for (Path page : pages.filter(path -> path.toString().endsWith(".md")).toList()) {
        String text = Files.readString(page);
        same(page, TABLE.matcher(text).replaceAll(table -> Matcher.quoteReplacement(anew(table))));
        TABLE.matcher(text).results().forEach(table -> groups.addAll(groups(table.group(2))));
      }
    }
    assertThat(groups).containsExactlyInAnyOrderElementsOf(declared.byGroup().keySet());
  }

  private String anew(MatchResult table) {
    return table.group(1) + declared.table(groups(table.group(2))) + table.group(3);
  }

  private static List<String> groups(String list) {
    return List.of(list.split(", "));
  }

  private static void same(Path file, String text) throws IOException {
    if (System.getProperty("novabm.rewrite") != null) {
      Files.writeString(file, text);
    }
    assertThat(Files.readString(file)).as("write it anew with: " + REWRITE).isEqualTo(text);
  }

  /** How each power and switch manager takes settings, by its group. */
  static Stream<Map.Entry<String, Consumer<BackendSettings>>> managers() {
    Map<String, Consumer<BackendSettings>> managers = new TreeMap<>();
    for (PowerManagerProvider one : ServiceLoader.load(PowerManagerProvider.class)) {
      managers.put("power:" + one.name(), one::configure);
    }
    for (SwitchManagerProvider one : ServiceLoader.load(SwitchManagerProvider.class)) {
      managers.put("netswitch:" + one.name(), one::configure);
    }
    return managers.entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("managers")
  void whatIsDeclaredIsWhatIsTaken(Map.Entry<String, Consumer<BackendSettings>> manager) {
    String known =
        settings(manager.getKey()).stream()
            .map(SettingDescription::key)
            .sorted()
            .collect(Collectors.joining(", ", "known are [", "]"));
    BackendSettings misspelt = new BackendSettings(manager.getKey(), Map.of("no_such", "1"));
    assertThatThrownBy(() -> manager.getValue().accept(misspelt)).hasMessageEndingWith(known);
  }

  @ParameterizedTest
  @MethodSource("managers")
  void theDefaultsCanBeWrittenDown(Map.Entry<String, Consumer<BackendSettings>> manager) {
    Map<String, String> written =
        settings(manager.getKey()).stream()
            .collect(Collectors.toMap(SettingDescription::key, SettingDescription::byDefault));
    manager.getValue().accept(new BackendSettings(manager.getKey(), written));
  }

  private List<SettingDescription> settings(String group) {
    return Objects.requireNonNull(declared.byGroup().get(group), group);
  }

  @Test
  void everyKeyStandsOnceInItsGroup() {
    assertThat(declared.byGroup())
        .isNotEmpty()
        .allSatisfy(
            (group, settings) ->
                assertThat(settings).extracting(SettingDescription::key).doesNotHaveDuplicates());
  }
}
