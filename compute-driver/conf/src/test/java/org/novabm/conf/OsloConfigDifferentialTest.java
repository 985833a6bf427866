package org.novabm.conf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same files, read by oslo.config and by us, give the same values. */
class OsloConfigDifferentialTest {

  private static final int GENERATED = 1500;

  private static final List<DeclaredOption> OPTIONS = options();

  @TempDir Path folder;

  private OsloOracle oslo;

  @BeforeEach
  void findOslo() throws Exception {
    oslo = new OsloOracle(folder, "oslo_config", "python3-oslo.config");
  }

  @Test
  void handMadeFilesReadTheSame() throws Exception {
    compare(HAND_MADE);
  }

  @Test
  void generatedFilesReadTheSame() throws Exception {
    GeneratedFiles generated = new GeneratedFiles(2012);
    List<List<String>> cases = new ArrayList<>();
    for (int i = 0; i < GENERATED; i++) {
      cases.add(
          i % 3 == 0 ? List.of(generated.next(), generated.next()) : List.of(generated.next()));
    }
    List<String> answers = compare(cases);
    long refused = answers.stream().filter(line -> line.endsWith("\terror")).count();
    assertThat(refused).as("files refused by both").isBetween(100L, GENERATED / 2L);
  }

  private List<String> compare(List<List<String>> cases) throws Exception {
    Path root = Files.createDirectory(folder.resolve("cases"));
    for (int i = 0; i < cases.size(); i++) {
      Path one = Files.createDirectory(root.resolve("%05d".formatted(i)));
      for (int file = 0; file < cases.get(i).size(); file++) {
        Files.writeString(one.resolve(file + ".conf"), cases.get(i).get(file));
      }
    }
    List<String> theirs = oslo.ask("config", root);
    List<String> ours = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      ours.addAll(ours("%05d".formatted(i), root));
    }
    for (int i = 0; i < Math.min(theirs.size(), ours.size()); i++) {
      String line = theirs.get(i);
      assertThat(readable(ours.get(i)))
          .as(() -> "of " + cases.get(Integer.parseInt(line.substring(0, 5))))
          .isEqualTo(readable(line));
    }
    assertThat(ours).hasSameSizeAs(theirs);
    return theirs;
  }

  private static String readable(String line) {
    String[] parts = line.split("\t", -1);
    return parts[2].equals("error")
        ? line
        : parts[0]
            + " "
            + parts[1]
            + " "
            + new String(HexFormat.of().parseHex(parts[2]), StandardCharsets.UTF_8);
  }

  private static List<String> ours(String name, Path root) throws Exception {
    List<NovaConfFile> files = new ArrayList<>();
    try {
      for (Path file : ConfigSearch.confFiles(root.resolve(name))) {
        files.add(NovaConfFile.read(file));
      }
    } catch (ConfigException e) {
      return List.of(name + "\tfile\terror");
    }
    NovaConf conf = new NovaConf(files, OPTIONS);
    return OPTIONS.stream()
        .map(DeclaredOption::name)
        .map(
            option ->
                String.join(
                    "\t",
                    name,
                    option.group() + "." + option.key(),
                    HexFormat.of().formatHex(value(conf, option).getBytes(StandardCharsets.UTF_8))))
        .toList();
  }

  private static String value(NovaConf conf, OptionName option) {
    try {
      if (option.key().endsWith("m")) {
        List<Reading> all = conf.findAll(option);
        return all.isEmpty()
            ? "unset"
            : "list " + all.stream().map(Reading::text).collect(Collectors.joining("\u001f"));
      }
      Reading reading = Objects.requireNonNull(conf.find(option));
      return reading.origin().equals(Origin.BUILT_IN) ? "unset" : typed(option.key(), reading);
    } catch (ConfigException e) {
      return "error";
    }
  }

  private static String typed(String key, Reading reading) {
    return switch (key) {
      case "l" -> "list " + String.join("\u001f", reading.list());
      case "d" -> "dict " + pairs(reading.dict());
      case "i" -> reading.text().isBlank() ? "unset" : "number " + reading.number(-5, 1000);
      case "t" -> "flag " + reading.flag();
      default -> "text " + reading.text();
    };
  }

  private static String pairs(Map<String, String> dict) {
    return dict.entrySet().stream()
        .map(pair -> pair.getKey() + "\u001e" + pair.getValue())
        .collect(Collectors.joining("\u001f"));
  }

  private static List<DeclaredOption> options() {
    List<DeclaredOption> options = new ArrayList<>();
    for (String group : List.of("DEFAULT", "g")) {
      Stream.of("a", "b", "l", "d", "i", "t", "m")
          .forEach(key -> options.add(new DeclaredOption(new OptionName(group, key), "")));
    }
    options.add(new DeclaredOption(new OptionName("DEFAULT", "n"), ""));
    options.add(
        new DeclaredOption(
            new OptionName("g", "n"),
            List.of(new OptionName("DEFAULT", "old"), new OptionName("g", "older")),
            ""));
    options.add(
        new DeclaredOption(
            new OptionName("g", "nm"), List.of(new OptionName("DEFAULT", "oldm")), ""));
    return List.copyOf(options);
  }

  private static final List<List<String>> HAND_MADE =
      List.of(
          List.of(""),
          List.of("[DEFAULT]\na = 1\na = 2\n"),
          List.of("[DEFAULT]\na = one\n  two\n\tthree\n\nb = 2"),
          List.of("[DEFAULT]\na = one\n\n  two\n"),
          List.of("[DEFAULT]\na = one\n# note\n  two\n"),
          List.of("[DEFAULT]\na = one # not a note\nb = 'x'\n"),
          List.of("[DEFAULT]\na = '\nb = \"\"\n"),
          List.of("[DEFAULT]\na = \"x'\nb = ''x''\n"),
          List.of("[DEFAULT]\na = x: y = z\nb: x = y\n"),
          List.of("[DEFAULT]\r\na = 1\r\n  2\r\n"),
          List.of("[DEFAULT]\ra = 1\r[g]\ra = 2"),
          List.of("[default]\na = 1\n[Default]\nb = 2\n"),
          List.of("[G]\na = 1\n[g]\nb = $a\n"),
          List.of("[DEFAULT]\na = x\n[g]\na = y\nb = $a ${a} $g.a\n[DEFAULT]\nb = $a ${g.a}\n"),
          List.of("[DEFAULT]\na = $b\nb = $a\n"),
          List.of("[DEFAULT]\na = $$b \\$b $ $1 ${ ${} $-\nb = 1\n"),
          List.of("[DEFAULT]\na = $nothing\n"),
          List.of("[DEFAULT]\na = $g.nothing ${nobody.a}\n"),
          List.of("[DEFAULT]\na = /x\nb = $a.bak\n"),
          List.of("[DEFAULT]\na = /x\nb = ${a}.bak and $A\n"),
          List.of("[DEFAULT]\na = x\nl = $a, ${a}y,z\nd = k:$a\n"),
          List.of("[DEFAULT]\na = $b\n"),
          List.of("[DEFAULT]\nold = 1\n[g]\nolder = 2\n"),
          List.of("[DEFAULT]\nold = 1\n[g]\nn = 2\n", "[DEFAULT]\nold = 3\n"),
          List.of("[g]\nn = 2\n", "[g]\nolder = 4\n[DEFAULT]\nold = 3\n"),
          List.of("[DEFAULT]\nm = 1\nm = 2\n", "[DEFAULT]\nm = 3\n"),
          List.of("[DEFAULT]\noldm = 1\n[g]\nnm = 2\n", "[DEFAULT]\noldm = 3\n[g]\nnm = 4\n"),
          List.of("[DEFAULT]\nl = a,,b,\nd = a:b:c , d : e\nt = TRUE\ni =  12 \n"),
          List.of("[DEFAULT]\nl =\n a,\n b\nd = a:1,\n  b:2\n"),
          List.of("[DEFAULT]\nl = \"a, b\"\nd = \"a:1\"\nt = \"yes\"\ni = \"5\"\n"),
          List.of("[DEFAULT]\ni = 1001\nt = y\nd = x\n"),
          List.of("[DEFAULT\na = 1"),
          List.of("[DEFAULT]\n = 1"),
          List.of("[DEFAULT]\n[]\n"),
          List.of("[DEFAULT]\nword\n"),
          List.of("\ufeff[DEFAULT]\na = 1\n"),
          List.of("[DEFAULT]\na = \u00a0x\u00a0\nb\u00a0= \u2003y\u0085\n"));
}
