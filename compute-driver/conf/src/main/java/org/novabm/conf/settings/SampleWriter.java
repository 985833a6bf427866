package org.novabm.conf.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.novabm.conf.OptionName;

/** Writes etc/nova.conf.sample from the settings records. */
public final class SampleWriter {

  static final String REGENERATE =
      "$JAVA_HOME/bin/java -cp compute-driver/conf/target/classes:compute-driver/spi/target/classes "
          + SampleWriter.class.getName()
          + " etc/nova.conf.sample";

  private static final int WIDTH = 96;

  private static final String HEAD =
      """
      # Options of novabm, each with its default. Written from the settings records; after a change, with
      # JAVA_HOME of Java 25:
      #   ./mvnw -q package -DskipTests
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
      # are told by the back ends. What [deploy:agent] does not have, it takes from here:
      """;

  private SampleWriter() {}

  /**
   * Writes the sample.
   *
   * @param args the file to write
   */
  public static void main(String[] args) throws IOException {
    Files.writeString(Path.of(args[0]), sample());
  }

  static String sample() {
    StringBuilder text = new StringBuilder(HEAD);
    groups().forEach((group, options) -> append(text, group, options));
    text.append(BACKENDS);
    append(text, BackendGroups.AGENT_KEYS);
    text.append("# and [netswitch:openflow] from here:\n");
    append(text, BackendGroups.OPENFLOW_KEYS);
    return text.toString();
  }

  private static void append(StringBuilder text, Map<String, OptionName> taken) {
    taken.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            one ->
                text.append("#   ")
                    .append(one.getKey())
                    .append(" from ")
                    .append(one.getValue())
                    .append('\n'));
  }

  private static Map<String, List<SettingsOption>> groups() {
    return OptionCatalogue.options().stream()
        .collect(
            Collectors.groupingBy(
                option -> option.name().group(), LinkedHashMap::new, Collectors.toList()));
  }

  private static void append(StringBuilder text, String group, List<SettingsOption> options) {
    text.append("\n[").append(group).append("]\n");
    options.forEach(option -> append(text, option));
    if (group.equals(BaremetalSettings.GROUP)) {
      text.append("\n# Accepted from older files and passed over:\n");
      RetiredOption.BAREMETAL.forEach(
          retired ->
              text.append("#   ")
                  .append(retired.name().key())
                  .append(": ")
                  .append(retired.reason())
                  .append('\n'));
    }
  }

  private static void append(StringBuilder text, SettingsOption option) {
    text.append('\n');
    comment(text, option.sentence());
    comment(text, "Kind: " + kind(option) + ".");
    if (!option.formerNames().isEmpty()) {
      comment(
          text,
          "Also read as: "
              + option.formerNames().stream()
                  .map(OptionName::toString)
                  .collect(Collectors.joining(", "))
              + ".");
    }
    text.append(("#" + option.name().key() + " = " + option.byDefault()).stripTrailing())
        .append('\n');
  }

  private static String kind(SettingsOption option) {
    String words = option.kind().words();
    return switch (option.kind()) {
      case NUMBER, SECONDS -> words + bounds(option);
      case CHOICE -> String.join(" or ", SettingsOption.words(option.type()));
      case LIST, TEXT, FLAG, PATH, SECRET, VLAN, VLANS ->
          option.repeats() ? "text, may be repeated" : words;
    };
  }

  private static String bounds(SettingsOption option) {
    return option.most() == Integer.MAX_VALUE
        ? ", at least " + option.least()
        : ", " + option.least() + " to " + option.most();
  }

  private static void comment(StringBuilder text, String sentence) {
    text.append('#');
    int column = 1;
    for (String word : sentence.split(" ", -1)) {
      if (column > 1 && column + 1 + word.length() > WIDTH) {
        text.append("\n#");
        column = 1;
      }
      text.append(' ').append(word);
      column += 1 + word.length();
    }
    text.append('\n');
  }
}
