package org.novabm.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Thousands of calls that are a little wrong, or very: each is answered, and none by a 500. */
@OverHttp
class FuzzedCallsTest {

  private static final int CALLS = 1500;
  private static final String UUID = "11111111-1111-4111-8111-111111111111";
  private static final List<String> SEEDS =
      List.of(
          "POST /v1/nodes {\"mac\":\"52:54:00:ff:00:01\",\"cpus\":4,\"memory_mb\":4096,\"local_gb\":10,\"firmware\":\"uefi\",\"switch_id\":1,\"switch_port\":\"p9\",\"power\":{\"address\":\"10.0.0.9\",\"user\":\"u\",\"password\":\"p\",\"manager\":\"fake\"}}",
          "POST /v1/instances {\"instance_uuid\":\""
              + UUID
              + "\",\"image\":{\"id\":\"user.img\",\"sha256\":\"00\",\"format\":\"raw\"},\"flavor\":{\"memory_mb\":1},\"networks\":[{\"id\":\"n\",\"vlan\":20}],\"user_data\":\"aGk=\",\"metadata\":{\"a\":\"b\"}}",
          "POST /v1/switches {\"address\":\"sw:830\",\"port\":1,\"user\":\"u\",\"password\":\"p\",\"driver\":\"fake\"}",
          "POST /v2.1/os-baremetal-nodes {\"node\":{\"cpus\":1,\"memory_mb\":1,\"local_gb\":1,\"pm_address\":\"1.2.3.4\",\"prov_mac_address\":\"52:54:00:ff:00:02\"}}",
          "POST /v2.1/os-baremetal-nodes/1/action {\"add_interface\":{\"address\":\"52:54:00:ff:00:03\",\"datapath_id\":\"0x1\",\"port_no\":1}}",
          "POST /v1/instances/" + UUID + "/action {\"action\":\"stop\"}",
          "POST /v1/instances/"
              + UUID
              + "/action {\"action\":\"rebuild\",\"image\":{\"id\":\"a\"},\"name\":\"web\",\"user_data\":\"aGk=\"}",
          "POST /v1/nodes/1/bmc/action {\"action\":\"identify\",\"seconds\":5}",
          "POST /v1/nodes/1/bmc/raw {\"netfn\":6,\"command\":1,\"data\":\"00\"}",
          "PUT /v1/services/rack1/drain {\"reason\":\"x\"}",
          "GET /v1/services/rack1 ",
          "PATCH /v1/nodes/1 {\"version\":1,\"cpus\":4,\"switch_id\":null,\"terminal_port\":8023,\"power\":{\"address\":\"10.0.0.9\",\"password\":\"p\"}}",
          "GET /v1/nodes?limit=10&marker=0 ",
          "GET /v1/nodes/1 ",
          "GET /v1/tasks?ended=true&limit=5 ",
          "GET /v1/instances?over=true&limit=5 ",
          "GET /v1/nodes/1/console?lines=5 ",
          "GET /v1/nodes/1/bmc?events=1 ",
          "DELETE /v1/nodes/99999?force=false ",
          "DELETE /v1/switches/9999 ",
          "GET /v1/nodes/1/console/live?role=view ");
  private static final List<String> PIECES =
      List.of(
          "%",
          "%00",
          "%zz",
          "%F0%9F%82%A1",
          "&",
          "=",
          "?",
          ";a=b",
          "..",
          "//",
          "null",
          "-1",
          "1e308",
          "9999999999999999999",
          "\"",
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          "\\",
          "\\ud800",
          "\\u0000",
          "é",
          "${jndi:ldap://127.0.0.1/x}",
          "#{7*7}",
          "true",
          "[[]]",
          "{\"a\":null}",
          "\n",
          "'; drop");

  private final int port;

  FuzzedCallsTest(@LocalServerPort int port) {
    this.port = port;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 77})
  void noneIsAnsweredByAFailureOfOurs(long seed) throws IOException {
    Random random = new Random(seed);
    Map<String, Integer> seen = new TreeMap<>();
    for (int i = 0; i < CALLS; i++) {
      String call = changed(SEEDS.get(random.nextInt(SEEDS.size())), random);
      String status = statusOf(call, random);
      assertThat(status).as("seed %d, call %d: %s", seed, i, call).matches("[1234]\\d\\d|503|501");
      seen.merge(status, 1, Integer::sum);
    }
    assertThat(seen).containsKeys("400", "404");
  }

  /** One to three changes anywhere behind the first slash. */
  private static String changed(String seed, Random random) {
    StringBuilder call = new StringBuilder(seed);
    for (int n = random.nextInt(4); n > 0; n--) {
      int at = call.indexOf("/") + 1 + random.nextInt(call.length() - call.indexOf("/"));
      int end = Math.min(call.length(), at + random.nextInt(4));
      call.replace(Math.min(at, end), end, PIECES.get(random.nextInt(PIECES.size())));
    }
    return call.toString();
  }

  private String statusOf(String call, Random random) throws IOException {
    int path = call.indexOf(' ') + 1;
    int end = call.indexOf(' ', path);
    String target = end < 0 ? call.substring(path) : call.substring(path, end);
    byte[] body = (end < 0 ? "" : call.substring(end + 1)).getBytes(StandardCharsets.UTF_8);
    String type = random.nextInt(10) == 0 ? "text/plain" : "application/json";
    String head =
        "%s %s HTTP/1.1\r\nHost: x\r\nX-Auth-Token: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
            .formatted(
                call.substring(0, path - 1),
                target.replace("\n", "%0a"),
                GuardedService.TOKEN,
                type,
                body.length);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().write(body);
      byte[] line = socket.getInputStream().readNBytes(12);
      return new String(line, StandardCharsets.ISO_8859_1).replace("HTTP/1.1 ", "");
    }
  }
}
