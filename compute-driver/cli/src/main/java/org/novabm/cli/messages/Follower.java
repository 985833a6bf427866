package org.novabm.cli.messages;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.novabm.conf.service.RestAddress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
    JsonNode seen = read("/v1/instances/" + instance);
    if (seen != null) {
      JsonNode last = seen.path("task");
      task = last.path("id").asString("");
      last.path("timeline").values().stream().filter(Follower::isOver).forEach(this::pass);
    }
  }

  private void pass(JsonNode line) {
    shown = number(line);
  }

  /**
   * Until nothing is being done any more.
   *
   * @param destroying what was asked for is that nothing is left of the instance
   * @return the exit code: 0 when what was asked for is so
   */
  int follow(boolean destroying) throws IOException, InterruptedException {
    while (true) {
      JsonNode seen = look("/v1/instances/" + instance);
      JsonNode doing = seen.path("task");
      show(doing);
      String how = doing.path("state").asString("");
      if (!how.equals("running")) {
        String state = seen.path("state").asString("");
        String fault = seen.path("fault").asString("");
        out.printf(Locale.ROOT, "        %s%s%n", state, fault.isEmpty() ? "" : ": " + fault);
        out.flush();
        boolean gone = state.equals("deleted");
        return (destroying ? gone : how.equals("done") && !gone) ? 0 : 1;
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
  }

  /** One task may follow another at once: what was not seen of the first is shown before. */
  private void show(JsonNode doing) throws IOException {
    String id = doing.path("id").asString("");
    if (!id.equals(task)) {
      if (!task.isEmpty()) {
        showNew(look("/v1/tasks/" + task));
      }
      task = id;
      shown = 0;
    }
    showNew(doing);
  }

  private void showNew(JsonNode doing) {
    for (JsonNode line : doing.path("timeline")) {
      if (isOver(line) && number(line) > shown) {
        print(line);
        shown = number(line);
      }
    }
  }

  private static boolean isOver(JsonNode line) {
    return line.path("ended_at").isString();
  }

  private static int number(JsonNode line) {
    return line.path("number").asInt();
  }

  private void print(JsonNode line) {
    String mark = line.path("status").asString().equals("done") ? "" : "FAILED: ";
    out.printf(
        Locale.ROOT,
        "%7.1fs  %-34s %s%s%n",
        line.path("duration_ms").asLong() / 1000.0,
        line.path("label").asString(),
        mark,
        line.path("note").asString());
    out.flush();
  }

  private JsonNode look(String path) throws IOException {
    JsonNode found = read(path);
    if (found == null) {
      throw new IOException(api.base().resolve(path) + " answers 404");
    }
    return found;
  }

  /** Null when there is none. */
  private @Nullable JsonNode read(String path) throws IOException {
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
      return JsonMapper.shared().readTree(body);
    }
  }
}
