package org.novabm.bench;

import static java.net.http.HttpResponse.BodyHandlers.ofString;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.novabm.conf.service.RestAddress;
import org.novabm.conf.settings.Settings;
import org.novabm.messaging.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts fake nodes on a fake switch into a running service. */
final class Enrolment {

  private static final int CLIENTS = 8;
  private static final int CORES = 2;
  private static final int BATCH = 100;

  private final HttpClient http = HttpClient.newHttpClient();
  private final RestAddress service;
  private long plugged;

  Enrolment(Settings settings) throws IOException {
    this.service = RestAddress.of(settings);
  }

  /** Registers the switch that all of them are plugged in. */
  void plug() throws IOException, InterruptedException {
    ObjectNode plug = Json.object().put("address", "bench").put("user", "x").put("password", "x");
    plugged =
        post("/v1/switches", plug.put("driver", "fake").put("description", "")).path("id").asLong();
  }

  /** A request a node. */
  void oneByOne(int first, int nodes) throws InterruptedException, ExecutionException {
    List<Callable<JsonNode>> requests = new ArrayList<>();
    for (int i = first; i < first + nodes; i++) {
      ObjectNode node = node(i, plugged);
      requests.add(() -> post("/v1/nodes", node));
    }
    send(requests, CLIENTS);
  }

  /** A request for a hundred nodes. */
  void together(int first, int nodes) throws InterruptedException, ExecutionException {
    List<Callable<JsonNode>> requests = new ArrayList<>();
    for (int i = first; i < first + nodes; i += BATCH) {
      ObjectNode body = Json.object();
      ArrayNode all = body.putArray("nodes");
      for (int j = i; j < Math.min(first + nodes, i + BATCH); j++) {
        all.add(node(j, plugged));
      }
      requests.add(() -> post("/v1/nodes/batch", body));
    }
    send(requests, CORES);
  }

  /** Asks for the first thousand nodes. */
  void list() throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request("/v1/nodes").GET().build(), ofString());
    require(answer, "/v1/nodes");
  }

  private static void send(List<Callable<JsonNode>> requests, int clients)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      for (Future<JsonNode> one : threads.invokeAll(requests)) {
        one.get();
      }
    }
  }

  private static ObjectNode node(int number, long plugged) {
    ObjectNode node =
        Json.object()
            .put("address", "")
            .put(
                "mac",
                "02:00:%02x:%02x:%02x:%02x"
                    .formatted(
                        number >> 24 & 255, number >> 16 & 255, number >> 8 & 255, number & 255))
            .put("cpus", 4)
            .put("memory_mb", 1024)
            .put("local_gb", 10)
            .put("switch_id", plugged)
            .put("switch_port", "p" + number);
    node.putObject("power")
        .put("address", "fake-" + number)
        .put("user", "x")
        .put("password", "x")
        .put("manager", "fake");
    return node;
  }

  private JsonNode post(String path, ObjectNode body) throws IOException, InterruptedException {
    HttpRequest request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()))
            .build();
    HttpResponse<String> answer = http.send(request, ofString());
    require(answer, path);
    return JsonMapper.shared().readTree(answer.body());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(service.base().resolve(path))
        .header("X-Auth-Token", Objects.requireNonNull(service.token()).reveal());
  }

  private static void require(HttpResponse<String> answer, String path) throws IOException {
    if (answer.statusCode() >= 300) {
      throw new IOException(path + " answers " + answer.statusCode() + ": " + answer.body());
    }
  }
}
