package org.novabm.cli.messages;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novabm.cli.RestJson;
import org.novabm.conf.service.RestAddress;
import org.novabm.rest.v1.InstanceView;
import org.novabm.rest.v1.StepView;
import org.novabm.rest.v1.TaskView;
import tools.jackson.core.JacksonException;

/** Shows the steps that are taken for an instance, as they are taken. */
final class Follower {

  private static final long LOOK_MILLIS = 200;

  private final RestAddress api;
  private final PrintWriter out;
  private final UUID instance;

  /** The task whose lines are shown; empty before the first one. */
  private String task = "";

  /** Number of its last line that was shown, or is not to be. */
  private int shown;

  Follower(RestAddress api, PrintWriter out, UUID instance) {
    this.api = api;
    this.out = out;
    this.instance = instance;
  }

  /**
   * Passes over all that was done before now; to be called before the request is sent.
   *
   * @throws IOException when the service does not say
   */
  void passOver() throws IOException {
    InstanceView seen = read("/v1/instances/" + instance, InstanceView.class);
    TaskView last = seen == null ? null : seen.task();
    if (last != null) {
      task = last.id();
      timeline(last).filter(Follower::isOver).forEach(line -> shown = line.number());
    }
  }

  private static Stream<StepView> timeline(TaskView task) {
    List<StepView> lines = task.timeline();
    return lines == null ? Stream.of() : lines.stream();
  }

  /**
   * Until nothing is being done any more.
   *
   * @param destroying what was asked for is that nothing is left of the instance
   * @return the exit code: 0 when what was asked for is so
   */
  int follow(boolean destroying) throws IOException, InterruptedException {
    while (true) {
      InstanceView seen = look("/v1/instances/" + instance, InstanceView.class);
      TaskView doing = seen.task();
      if (doing != null) {
        show(doing);
      }
      String how = doing == null ? "" : doing.state();
      if (!how.equals("running")) {
        String fault = seen.fault() == null ? "" : ": " + seen.fault();
        out.printf(Locale.ROOT, "        %s%s%n", seen.state(), fault);
        out.flush();
        boolean gone = seen.state().equals("deleted");
        return (destroying ? gone : how.equals("done") && !gone) ? 0 : 1;
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
  }

  /** One task may follow another at once: what was not seen of the first is shown before. */
  private void show(TaskView doing) throws IOException {
    if (!doing.id().equals(task)) {
      if (!task.isEmpty()) {
        showNew(look("/v1/tasks/" + task, TaskView.class));
      }
      task = doing.id();
      shown = 0;
    }
    showNew(doing);
  }

  private void showNew(TaskView doing) {
    timeline(doing)
        .filter(line -> isOver(line) && line.number() > shown)
        .forEach(
            line -> {
              print(line);
              shown = line.number();
            });
  }

  private static boolean isOver(StepView line) {
    return line.endedAt() != null;
  }

  private void print(StepView line) {
    String mark = line.status().equals("done") ? "" : "FAILED: ";
    out.printf(
        Locale.ROOT,
        "%7.1fs  %-34s %s%s%n",
        line.durationMs() / 1000.0,
        line.label(),
        mark,
        line.note());
    out.flush();
  }

  private <T> T look(String path, Class<T> type) throws IOException {
    T found = read(path, type);
    if (found == null) {
      throw new IOException(api.base().resolve(path) + " answers 404");
    }
    return found;
  }

  /** Null when there is none. */
  private <T> @Nullable T read(String path, Class<T> type) throws IOException {
    URI address = api.base().resolve(path);
    HttpURLConnection connection = api.open(address);
    int status = connection.getResponseCode();
    if (status == HttpURLConnection.HTTP_NOT_FOUND) {
      return null;
    }
    if (status != HttpURLConnection.HTTP_OK) {
      throw new IOException(address + " answers " + status);
    }
    try (InputStream body = connection.getInputStream()) {
      return RestJson.read(new String(body.readAllBytes(), StandardCharsets.UTF_8), type);
    } catch (JacksonException e) {
      throw new IOException(
          "the answer of "
              + address
              + " does not come from this service: "
              + e.getOriginalMessage(),
          e);
    }
  }
}
