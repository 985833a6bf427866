package org.novabm.app.backends;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.novabm.conf.settings.SampleText;
import org.novabm.spi.deploy.DeployerProvider;
import org.novabm.spi.network.SwitchManagerProvider;
import org.novabm.spi.power.PowerManagerProvider;
import org.novabm.spi.settings.SettingDescription;

/** What all installed back ends declare, by their groups, and the texts that are made of it. */
final class DeclaredSettings {

  private static final String HEAD =
      """
      # Options of back ends, each with its default. Copy what you change into nova.conf. Written from
      # the records that back ends declare; after a change:
      #   %s
      """
          .formatted(SettingsPagesTest.REWRITE);

  private static final String COLUMNS = "| setting | default | value | |\n|---|---|---|---|\n";

  private final Map<String, List<SettingDescription>> byGroup = new TreeMap<>();

  DeclaredSettings() {
    for (PowerManagerProvider one : ServiceLoader.load(PowerManagerProvider.class)) {
      byGroup.put("power:" + one.name(), SettingDescription.of(one.settings()));
    }
    for (SwitchManagerProvider one : ServiceLoader.load(SwitchManagerProvider.class)) {
      byGroup.put("netswitch:" + one.name(), SettingDescription.of(one.settings()));
    }
    for (DeployerProvider one : ServiceLoader.load(DeployerProvider.class)) {
      byGroup.put("deploy:" + one.name(), SettingDescription.of(one.settings()));
    }
  }

  Map<String, List<SettingDescription>> byGroup() {
    return byGroup;
  }

  String sample() {
    SampleText text = new SampleText(HEAD);
    byGroup.forEach(
        (group, settings) -> {
          text.group(group);
          settings.forEach(one -> text.option(one, one.words()));
        });
    return text.toString();
  }

  /** One table of several groups; a row tells when not all of them have it. */
  String table(List<String> groups) {
    StringBuilder table = new StringBuilder(COLUMNS);
    groups.stream()
        .flatMap(group -> of(group).stream())
        .distinct()
        .forEach(setting -> table.append(row(setting, groups)));
    return table.toString();
  }

  private String row(SettingDescription setting, List<String> groups) {
    List<String> having = groups.stream().filter(group -> of(group).contains(setting)).toList();
    String alone =
        having.size() == groups.size()
            ? ""
            : "Of `[" + String.join("]`, `[", having) + "]` alone. ";
    String byDefault = setting.byDefault().isEmpty() ? "" : "`" + setting.byDefault() + "`";
    return Stream.of("`" + setting.key() + "`", byDefault, setting.words(), alone + setting.help())
        .map(cell -> cell.isEmpty() ? "| " : "| " + cell + " ")
        .reduce("", String::concat)
        .concat("|\n");
  }

  private List<SettingDescription> of(String group) {
    List<SettingDescription> settings = byGroup.get(group);
    if (settings == null) {
      throw new IllegalArgumentException("no back end has the group [" + group + "]");
    }
    return settings;
  }
}
