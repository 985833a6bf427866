package org.novabm.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.novabm.conf.service.RestAddress;
import org.novabm.conf.settings.Settings;
import org.novabm.messaging.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Puts fake nodes on a fake switch into a running service. */
final class Enrolment {

  private static final int CLIENTS = 8;

  private final HttpClient http = HttpClient.newHttpClient();
  private final RestAddress service;

  Enrolment(Settings settings) throws IOException {
    this.service = RestAddress.of(settings);
  }

  void enrol(int nodes) throws IOException, InterruptedException, ExecutionException {
    ObjectNode plug = Json.object().put("address", "bench").put("user", "x").put("password", "x");
    long plugged =
        post("/v1/switches", plug.put("driver", "fake").put("description", "")).path("id").asLong();
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<JsonNode>> all = new ArrayList<>();
      for (int i = 0; i < nodes; i++) {
        ObjectNode node = node(i, plugged);
        all.add(clients.submit(() -> post("/v1/nodes", node)));
      }
      for (Future<JsonNode> one : all) {
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
        HttpRequest.newBuilder(service.base().resolve(path))
            .header("X-Auth-Token", Objects.requireNonNull(service.token()).reveal())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()))
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(path + " answers " + answer.statusCode() + ": " + answer.body());
    }
    return JsonMapper.shared().readTree(answer.body());
  }
}
