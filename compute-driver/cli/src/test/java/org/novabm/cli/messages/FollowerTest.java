package org.novabm.cli.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novabm.conf.service.RestAddress;

/** What is shown of the tasks of an instance, and with which exit code it ends. */
class FollowerTest {

  private static final UUID INSTANCE = UUID.fromString("11111111-0000-4000-8000-000000000001");
  private static final String NONE = "";

  private final StringWriter shown = new StringWriter();
  private final HttpServer service = unbound();
  private final Deque<String> looks = new ArrayDeque<>();
  private final Map<String, String> tasks = new HashMap<>();

  @BeforeEach
  void serve() throws IOException {
    service.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext(
        "/v1/",
        exchange -> {
          byte[] body = answer(exchange.getRequestURI().getPath()).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, Math.max(body.length, 1));
          exchange.getResponseBody().write(body.length == 0 ? new byte[1] : body);
          exchange.close();
        });
    service.start();
  }

  /** The instance is at each look what was put there; the last look is for ever. */
  private synchronized String answer(String path) {
    if (path.equals("/v1/instances/" + INSTANCE)) {
      return looks.size() > 1 ? looks.removeFirst() : looks.getFirst();
    }
    return tasks.getOrDefault(path, NONE);
  }

  private static HttpServer unbound() {
    try {
      return HttpServer.create();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterEach
  void close() {
    service.stop(0);
  }

  private Follower follower() {
    URI base = URI.create("http://127.0.0.1:" + service.getAddress().getPort());
    return new Follower(new RestAddress(base, null, null), new PrintWriter(shown, true), INSTANCE);
  }

  private static String instance(String state, String fault, String task) {
    return """
        {"uuid": "%s", "state": "%s", "fault": %s, "task": %s}"""
        .formatted(INSTANCE, state, fault, task);
  }

  private static String task(String id, String state, String... lines) {
    return """
        {"id": "%s", "verb": "deploy", "state": "%s", "timeline": [%s]}"""
        .formatted(id, state, String.join(",", lines));
  }

  private static String line(int number, String label, String status) {
    boolean over = List.of("done", "failed").contains(status);
    return """
        {"number": %d, "label": "%s", "status": "%s", "duration_ms": 1234, "note": "so",
         "ended_at": %s}"""
        .formatted(number, label, status, over ? "\"2026-03-04T05:09:00.000Z\"" : "null");
  }

  private int follow(boolean destroying, String... seen) throws Exception {
    looks.addAll(List.of(seen));
    Follower follower = follower();
    follower.passOver();
    return follower.follow(destroying);
  }

  @ParameterizedTest
  @CsvSource({
    "active, null, done, false, 0",
    "active, '\"reboot: no answer\"', failed, false, 1",
    "stopped, null, done, false, 0",
    "stopped, '\"power on: no answer\"', failed, false, 1",
    "error, '\"no node fits\"', failed, false, 1",
    "error, '\"power off: no answer\"', held, false, 1",
    "error, '\"it was cancelled\"', cancelled, false, 1",
    "deleted, null, cancelled, false, 1",
    "deleted, null, done, false, 1",
    "deleted, '\"of an earlier failure\"', done, true, 0",
    "deleted, null, cancelled, true, 0",
    "error, '\"power off: no answer\"', held, true, 1"
  })
  void aRequestThatCameToNothingIsAFailure(
      String state, String fault, String task, boolean destroying, int code) throws Exception {
    assertThat(follow(destroying, NONE, instance(state, fault, task("t1", task)))).isEqualTo(code);
    assertThat(shown.toString()).startsWith("        " + state);
    if (!fault.equals("null")) {
      assertThat(shown.toString()).isEqualTo("        %s: %s%n", state, fault.replace("\"", ""));
    }
  }

  @Test
  void stepsAreShownWhenTheyAreOverAndOnce() throws Exception {
    int code =
        follow(
            false,
            NONE,
            instance("building", "null", task("t1", "running", line(1, "claim", "running"))),
            instance(
                "building",
                "null",
                task("t1", "running", line(1, "claim", "done"), line(2, "write", "waiting"))),
            instance(
                "active",
                "null",
                task("t1", "done", line(1, "claim", "done"), line(2, "write", "failed"))));
    assertThat(code).isZero();
    assertThat(shown.toString().lines())
        .containsExactly(
            "    1.2s  claim                              so",
            "    1.2s  write                              FAILED: so",
            "        active");
  }

  @Test
  void whatWasOverBeforeADestroyInTheMiddleOfASpawnIsNotShownAgain() throws Exception {
    int code =
        follow(
            true,
            instance(
                "building",
                "null",
                task("t1", "running", line(1, "claim", "done"), line(2, "write", "waiting"))),
            instance(
                "deleted",
                "null",
                task(
                    "t1",
                    "cancelled",
                    line(1, "claim", "done"),
                    line(2, "write", "failed"),
                    line(3, "release", "done"))));
    assertThat(code).isZero();
    assertThat(shown.toString().lines())
        .extracting(String::strip)
        .containsExactly(
            "1.2s  write                              FAILED: so",
            "1.2s  release                            so",
            "deleted");
  }

  @Test
  void aTaskThatFollowsAnotherIsShownBehindTheRestOfIt() throws Exception {
    tasks.put(
        "/v1/tasks/t1",
        task("t1", "cancelled", line(1, "cut", "done"), line(2, "give up", "failed")));
    int code =
        follow(
            true,
            instance("active", "null", task("t1", "running", line(1, "cut", "done"))),
            instance("active", "null", task("t2", "running", line(1, "power off", "done"))),
            instance(
                "deleted",
                "null",
                task("t2", "done", line(1, "power off", "done"), line(2, "release", "done"))));
    assertThat(code).isZero();
    assertThat(shown.toString().lines())
        .extracting(line -> line.substring(8, Math.min(line.length(), 20)).strip())
        .containsExactly("give up", "power off", "release", "deleted");
  }

  @Test
  void anInstanceWithoutAnyTaskIsNotWaitedFor() throws Exception {
    assertThat(follow(false, NONE, instance("active", "null", "null"))).isEqualTo(1);
    assertThat(shown.toString()).isEqualTo("        active" + System.lineSeparator());
  }

  @Test
  void aServiceThatDoesNotSayIsNoEnd() throws Exception {
    looks.add(NONE);
    Follower follower = follower();
    follower.passOver();
    assertThat(catchThrowable(() -> follower.follow(false)))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("/v1/instances/" + INSTANCE + " answers 404");
  }
}
