package org.novabm.app.messages;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.novabm.app.rest.RestAddress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shows a deployment's steps as they are taken. */
final class Follower {

  private static final long LOOK_MILLIS = 200;
  private static final Set<String> GOOD = Set.of("active", "deleted", "stopped");
  private static final Set<String> ENDED = Set.of("deleted", "failed");
  private static final Set<String> BAD = Set.of("failed", "error");

  private final RestAddress api;
  private final PrintWriter out;

  Follower(RestAddress api, PrintWriter out) {
    this.api = api;
    this.out = out;
  }

  /** Until it rests or has ended; the exit code says how. */
  int follow(String deployment) throws IOException, InterruptedException {
    int shown = firstNew(look(deployment));
    while (true) {
      JsonNode seen = look(deployment);
      for (JsonNode step : seen.path("timeline")) {
        boolean over = !step.path("ended_at").isNull();
        if (over && step.path("number").asInt() > shown) {
          show(step);
          shown = step.path("number").asInt();
        }
      }
      String state = seen.path("state").asString();
      boolean pending = !seen.path("asked").isNull() && !ENDED.contains(state);
      if (!pending && (GOOD.contains(state) || BAD.contains(state))) {
        String reason = seen.path("reason").isNull() ? "" : ": " + seen.path("reason").asString();
        out.printf(Locale.ROOT, "        %s%s%n", state, reason);
        out.flush();
        return succeeded(seen, state) ? 0 : 1;
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
  }

  /** A request that failed leaves a running instance where it was, with the reason. */
  private static boolean succeeded(JsonNode seen, String state) {
    return GOOD.contains(state) && (ENDED.contains(state) || seen.path("reason").isNull());
  }

  /**
   * Steps of an earlier request are not shown again: a spawn begins at 0, all else where it stands.
   */
  private static int firstNew(JsonNode seen) {
    int done = 0;
    boolean spawning = true;
    for (JsonNode step : seen.path("timeline")) {
      if (step.path("state").asString().equals("starting_instance")) {
        spawning = false;
        done = step.path("number").asInt();
      }
    }
    return spawning ? 0 : done;
  }

  private void show(JsonNode step) {
    String mark = step.path("status").asString().equals("done") ? "" : "FAILED: ";
    out.printf(
        Locale.ROOT,
        "%7.1fs  %-34s %s%s%n",
        step.path("duration_ms").asLong() / 1000.0,
        step.path("label").asString(),
        mark,
        step.path("note").asString());
    out.flush();
  }

  private JsonNode look(String deployment) throws IOException {
    URI address = api.base().resolve("/v1/deployments/" + deployment);
    HttpURLConnection connection = api.open(address);
    int status = connection.getResponseCode();
    if (status != HttpURLConnection.HTTP_OK) {
      throw new IOException(address + " answers " + status + "; the request itself is on record");
    }
    try (InputStream body = connection.getInputStream()) {
      return JsonMapper.shared().readTree(body);
    }
  }
}
