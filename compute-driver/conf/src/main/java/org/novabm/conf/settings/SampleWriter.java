package org.novabm.conf.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.novabm.conf.OptionName;

/** The text of etc/nova.conf.sample, from the settings records. */
final class SampleWriter {

  static final String REGENERATE =
      "./mvnw -pl compute-driver/conf -am test -Dtest=SampleWriterTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dnovabm.rewrite";

  private static final String HEAD =
      """
      # Options of novabm, each with its default. Written from the settings records; after a change:
      #   %s
      #
      # The rules are oslo.config's: $name, ${name} and ${group.name} stand for other options, $$ for
      # a dollar; an indented line continues the value above it; of a repeated key the last one counts.
      # Keys of other Nova services may stand in the same file. The flag files of the first releases
      # (--name=value) are read as well.
      """
          .formatted(REGENERATE);

  private static final String BACKENDS =
      """

      # Back ends have groups of their own, [power:NAME], [netswitch:NAME] and [deploy:NAME]. Their keys
      # stand in backends.conf.sample. What [deploy:agent] does not have, it takes from here:
      """;

  private SampleWriter() {}

  static String sample() {
    SampleText text = new SampleText(HEAD);
    groups().forEach((group, options) -> append(text, group, options));
    return text.lines(BACKENDS)
        .lines(taken(BackendGroups.AGENT_KEYS))
        .lines("# and [netswitch:openflow] from here:\n")
        .lines(taken(BackendGroups.OPENFLOW_KEYS))
        .toString();
  }

  private static String taken(Map<String, OptionName> keys) {
    return keys.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(one -> "#   " + one.getKey() + " from " + one.getValue() + "\n")
        .collect(Collectors.joining());
  }

  private static Map<String, List<SettingsOption>> groups() {
    return OptionCatalogue.options().stream()
        .collect(
            Collectors.groupingBy(
                option -> option.name().group(), LinkedHashMap::new, Collectors.toList()));
  }

  private static void append(SampleText text, String group, List<SettingsOption> options) {
    text.group(group);
    options.forEach(option -> append(text, option));
    if (group.equals(BaremetalSettings.GROUP)) {
      text.lines("\n# Accepted from older files and passed over:\n");
      RetiredOption.BAREMETAL.forEach(
          retired -> text.lines("#   " + retired.name().key() + ": " + retired.reason() + "\n"));
    }
  }

  private static void append(SampleText text, SettingsOption option) {
    String kind = option.repeats() ? "text, may be repeated" : option.setting().words();
    String places =
        option.formerNames().stream().map(OptionName::toString).collect(Collectors.joining(", "));
    if (places.isEmpty()) {
      text.option(option.setting(), kind);
    } else {
      text.option(option.setting(), kind, "Also read as: " + places + ".");
    }
  }
}
