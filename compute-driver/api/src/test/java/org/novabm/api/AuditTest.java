package org.novabm.api;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.novabm.api.audit.Audit;
import org.novabm.memory.MemoryNodeStore;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What remains of changes and refusals. */
@SpringBootTest(
    classes = GuardedService.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    // a service of its own, for lines about refusals are rationed
    properties = {"server.address=127.0.0.1", "test.context=audit"})
class AuditTest {

  private static final String MARK = "MARKED-SECRET-93";

  private final ListAppender<ILoggingEvent> trail = new ListAppender<>();
  private final Caller caller;
  private final Caller stranger;

  AuditTest(@LocalServerPort int port, @Autowired MemoryNodeStore nodes) {
    this.caller = new Caller(port);
    this.stranger = Caller.stranger(port);
    nodes.clear();
  }

  @BeforeEach
  void listen() {
    trail.start();
    ((Logger) LoggerFactory.getLogger(Audit.LOGGER)).addAppender(trail);
  }

  @AfterEach
  void stop() {
    ((Logger) LoggerFactory.getLogger(Audit.LOGGER)).detachAppender(trail);
  }

  private List<String> lines() {
    return trail.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  @Test
  void eachChangeHasALineWithItsOutcome() {
    caller.post("/v1/nodes", Samples.node("52:54:00:ac:00:01").replace(Samples.PASSWORD, MARK));
    caller.post("/v1/nodes", Samples.node("52:54:00:ac:00:01"));
    caller.get("/v1/nodes/1");
    caller.post("/v1/nodes/1/bmc/action", "{\"action\":\"identify\",\"seconds\":1}");
    caller.patch("/v1/nodes/1", "{\"cpus\":9,\"power\":{\"password\":\"" + MARK + "2\"}}");
    caller.patch("/v1/nodes/1", "{\"version\":0,\"power\":{\"password\":\"" + MARK + "\"}}");
    caller.delete("/v1/nodes/1?force=true&x=" + MARK);
    assertThat(lines())
        .containsExactly(
            "change by=127.0.0.1 call=\"POST /v1/nodes\" status=201 made=/v1/nodes/1",
            "change by=127.0.0.1 call=\"POST /v1/nodes\" status=409",
            "change by=127.0.0.1 call=\"POST /v1/nodes/1/bmc/action\" status=204 what=identify",
            "change by=127.0.0.1 call=\"PATCH /v1/nodes/1\" status=200 what=cpus,power.password",
            "change by=127.0.0.1 call=\"PATCH /v1/nodes/1\" status=409 what=power.password",
            "change by=127.0.0.1 call=\"DELETE /v1/nodes/1\" status=204");
  }

  @Test
  void eachRefusalHasALineAndNoSecret() {
    stranger.get("/v1/nodes?token=" + MARK, "X-Auth-Token", MARK);
    stranger.post("/v1/nodes", MARK, "Authorization", "Bearer " + MARK);
    stranger.get("/v1/%0a%22x", "User-Agent", MARK);
    caller.get("/v1", "Sec-Fetch-Site", "cross-site");
    assertThat(lines()).noneMatch(line -> line.contains(MARK));
    assertThat(lines()).allMatch(line -> line.lines().count() == 1);
    assertThat(lines()).first().isEqualTo("refused by=127.0.0.1 call=\"GET /v1/nodes\" status=401");
    assertThat(lines()).last().isEqualTo("refused by=127.0.0.1 call=\"GET /v1\" status=403");
  }
}
