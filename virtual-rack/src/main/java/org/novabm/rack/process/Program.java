package org.novabm.rack.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An external program that is run to its end. No shell is involved.
 *
 * @param command the program and its arguments; never a secret among them
 * @param environment added to our own
 * @param folder where it runs, our own working folder when null
 * @param input what it reads on standard input
 * @param limit how long it may take before it is killed
 */
public record Program(
    List<String> command,
    Map<String, String> environment,
    @Nullable Path folder,
    String input,
    Duration limit) {

  private static final int MOST_OUTPUT = 4 << 20;

  public Program {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  public Program(List<String> command) {
    this(command, Map.of(), null, "", Waiting.PATIENT);
  }

  public static Program of(String... command) {
    return new Program(List.of(command));
  }

  public Program with(Map<String, String> variables) {
    return new Program(command, variables, folder, input, limit);
  }

  public Program in(Path place) {
    return new Program(command, environment, place, input, limit);
  }

  public Program reading(String text) {
    return new Program(command, environment, folder, text, limit);
  }

  public Program within(Duration most) {
    return new Program(command, environment, folder, input, most);
  }

  /**
   * Runs it and returns what it printed on standard output.
   *
   * @throws RackException when it cannot be started, takes too long or ends with another status
   *     than 0; the message has what it printed on standard error
   */
  public String output() {
    Ending ending = run();
    if (ending.status() != 0) {
      throw new RackException(
          "'%s' failed with status %d: %s"
              .formatted(String.join(" ", command), ending.status(), ending.complaint()));
    }
    return ending.output();
  }

  /**
   * Runs it, whatever its exit status.
   *
   * @throws RackException when it cannot be started or takes too long
   */
  public Ending run() {
    try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
      Process process = builder(command, environment, folder).start();
      Future<String> output = readers.submit(() -> bounded(process.getInputStream()));
      Future<String> errors = readers.submit(() -> bounded(process.getErrorStream()));
      feed(process);
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new RackException.TimedOut(
            "'%s' did not end within %d s".formatted(String.join(" ", command), limit.toSeconds()));
      }
      return new Ending(process.exitValue(), output.get(), errors.get());
    } catch (IOException | ExecutionException e) {
      throw new RackException("cannot run '%s'".formatted(String.join(" ", command)), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RackException("interrupted in '%s'".formatted(String.join(" ", command)), e);
    }
  }

  static ProcessBuilder builder(
      List<String> command, Map<String, String> environment, @Nullable Path folder) {
    List<String> resolved = new ArrayList<>(command);
    SearchPath.find(command.getFirst()).ifPresent(path -> resolved.set(0, path.toString()));
    ProcessBuilder builder = new ProcessBuilder(resolved);
    builder.environment().put("PATH", SearchPath.TEXT);
    builder.environment().put("LC_ALL", "C");
    builder.environment().putAll(environment);
    if (folder != null) {
      builder.directory(folder.toFile());
    }
    return builder;
  }

  private void feed(Process process) {
    try (OutputStream stream = process.getOutputStream()) {
      stream.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // it ended without reading; its exit status tells why
    }
  }

  private static String bounded(InputStream stream) throws IOException {
    byte[] start = stream.readNBytes(MOST_OUTPUT);
    stream.transferTo(OutputStream.nullOutputStream());
    return new String(start, StandardCharsets.UTF_8);
  }

  /**
   * How it ended.
   *
   * @param status its exit status
   * @param output its standard output, at most 4 MiB
   * @param errors its standard error, at most 4 MiB
   */
  public record Ending(int status, String output, String errors) {

    /** The last lines of standard error, or of standard output when that is empty. */
    public String complaint() {
      List<String> lines = (errors.isBlank() ? output : errors).strip().lines().toList();
      return String.join(" / ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
    }
  }
}
