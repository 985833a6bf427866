package org.novabm.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.novabm.conf.ConfigSearch;
import picocli.CommandLine;

/** Runs a command in this process and keeps what it wrote. */
final class Stage {

  private final Function<ToolContext, CommandLine> tool;
  final Map<String, String> environment = new HashMap<>();
  private Path configuration = Path.of("/nonexistent");
  private String input = "";
  private boolean coloured;

  Stage(Function<ToolContext, CommandLine> tool) {
    this.tool = tool;
  }

  /** What a command left behind. */
  record Played(int exitCode, String out, String err) {}

  Stage api(String address) {
    environment.put("NOVABM_API", address);
    return this;
  }

  Stage tokenFile(String file) {
    environment.put("NOVABM_TOKEN_FILE", file);
    return this;
  }

  Stage configuredIn(Path folder) {
    configuration = folder;
    return this;
  }

  Stage input(String text) {
    input = text;
    return this;
  }

  Stage coloured() {
    coloured = true;
    return this;
  }

  Played run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            coloured);
    ConfigSearch search = new ConfigSearch(List.of(configuration), "nova-compute");
    int code = tool.apply(new ToolContext(terminal, environment, search)).execute(args);
    return new Played(code, out.toString(), err.toString());
  }
}
