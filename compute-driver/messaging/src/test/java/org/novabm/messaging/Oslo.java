package org.novabm.messaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.novabm.messaging.wire.BadMessageException;
import org.novabm.messaging.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/** The real oslo.messaging library, by small Python programs. */
final class Oslo {

  private static final String PYTHON = "/usr/bin/python3";

  private final String url;
  private final Path folder;

  private Oslo(String url, Path folder) {
    this.url = url;
    this.folder = folder;
  }

  /** Skips the test when the library is not installed. */
  static Oslo at(String url, Path folder) throws Exception {
    boolean there =
        Files.isExecutable(Path.of(PYTHON))
            && new ProcessBuilder(PYTHON, "-c", "import oslo_messaging")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("import.log").toFile())
                    .start()
                    .waitFor()
                == 0;
    Assumptions.assumeTrue(
        there, "oslo.messaging is not installed (Debian package python3-oslo.messaging)");
    return new Oslo(url, folder);
  }

  /** Runs {@code rpc_call.py} to its end. */
  Result call(String... args) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("--server", Host.NAME));
    all.addAll(List.of(args));
    return begin("rpc_call.py", all).result();
  }

  /** Starts {@code notif_listen.py}. */
  Running listen(int count) throws IOException {
    return begin("notif_listen.py", List.of("--count", Integer.toString(count)));
  }

  /** The file of a captured message. */
  static String sample(String name) {
    return Path.of("src/test/resources/org/novabm/messaging/samples", name + ".json").toString();
  }

  Running begin(String script, List<String> args) throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(PYTHON, Path.of("src/test/python", script).toString(), "--url", url));
    command.addAll(args);
    Path out = Files.createTempFile(folder, script, ".out");
    Path err = Files.createTempFile(folder, script, ".err");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    return new Running(
        builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start(), out, err);
  }

  /** A program at work. */
  record Running(Process process, Path out, Path err) {

    Result result() throws IOException, InterruptedException {
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("it did not end: " + Files.readString(err));
      }
      List<ObjectNode> lines = new ArrayList<>();
      for (String line : Files.readAllLines(out)) {
        try {
          lines.add(Json.object(line));
        } catch (BadMessageException e) {
          throw new IOException("it printed " + line, e);
        }
      }
      if (lines.isEmpty()) {
        throw new IOException("it printed nothing: " + Files.readString(err));
      }
      return new Result(process.exitValue(), lines);
    }
  }

  /** What a program printed. */
  record Result(int status, List<ObjectNode> lines) {

    ObjectNode line() {
      return lines.getFirst();
    }
  }
}
