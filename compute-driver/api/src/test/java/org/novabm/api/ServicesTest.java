package org.novabm.api;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novabm.api.audit.Audit;
import org.novabm.service.ServiceLoad;
import org.novabm.service.ServiceProcess;
import org.novabm.service.ServiceRecord;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The compute hosts of the database: who lives, and draining. */
@OverHttp
class ServicesTest {

  private static final Duration LEASE = Duration.ofSeconds(15);

  private final MemoryServices services;
  private final Caller caller;

  ServicesTest(@Autowired MemoryServices services, @LocalServerPort int port) {
    this.services = services;
    this.caller = new Caller(port);
  }

  @BeforeEach
  void empty() {
    services.clear();
  }

  private static ServiceRecord acting(String host, Duration ago) {
    Instant since = Instant.parse("2026-03-01T00:00:00Z");
    return new ServiceRecord(
        host,
        new ServiceProcess(UUID.randomUUID(), "machine", 1187, since, "0.1.0", since),
        7,
        LEASE,
        SmallService.NOW.minus(ago),
        null);
  }

  private void put(String host, @Nullable ServiceRecord record) {
    services.put(new ServiceLoad(host, record, 96, 2, 3));
  }

  @Test
  void tellsWhoLivesAndWhatItIsDoing() {
    put("rack2", null);
    put("rack1", acting("rack1", Duration.ofSeconds(2)));
    var answer = caller.get("/v1/services");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            """
            {"services":[{"host":"rack1","state":"up","seen":"2026-03-04T05:09:58.000Z",\
            "since":"2026-03-01T00:00:00.000Z","nodes":96,"away":2,"tasks":3,"pid":1187,\
            "release":"0.1.0","drained":null},\
            {"host":"rack2","state":"unknown","seen":null,"since":null,"nodes":96,"away":2,\
            "tasks":3,"pid":null,"release":null,"drained":null}]}""");
    assertThat(caller.get("/v1/services/rack1").json())
        .isEqualTo(answer.json().path("services").path(0));
  }

  @ParameterizedTest
  @CsvSource({"15000, up", "15001, silent", "-60000, up"})
  void aHostIsSilentWhenItsLastSignOfLifeIsOlderThanItsLease(long millis, String state) {
    put("rack1", acting("rack1", Duration.ofMillis(millis)));
    assertThat(caller.get("/v1/services/rack1").json().path("state").asString()).isEqualTo(state);
  }

  @Test
  void aHostThatLeftIsStopped() {
    put("rack1", new ServiceRecord("rack1", null, 9, LEASE, SmallService.NOW, "a new kernel"));
    var shown = caller.get("/v1/services/rack1").json();
    assertThat(shown.path("state").asString()).isEqualTo("stopped");
    assertThat(shown.path("drained").asString()).isEqualTo("a new kernel");
  }

  @Test
  void drainsAndEnablesAndLeavesALineOfEach() {
    put("rack1", acting("rack1", Duration.ZERO));
    ListAppender<ILoggingEvent> trail = new ListAppender<>();
    Logger log = (Logger) LoggerFactory.getLogger(Audit.LOGGER);
    trail.start();
    log.addAppender(trail);
    try {
      var drained = caller.send("PUT", "/v1/services/rack1/drain", "{\"reason\":\"a new kernel\"}");
      assertThat(drained.status()).isEqualTo(200);
      assertThat(drained.json().path("drained").asString()).isEqualTo("a new kernel");
      assertThat(caller.delete("/v1/services/rack1/drain").status()).isEqualTo(204);
      assertThat(caller.delete("/v1/services/rack1/drain").status()).isEqualTo(204);
    } finally {
      log.detachAppender(trail);
    }
    assertThat(caller.get("/v1/services/rack1").json().path("drained").isNull()).isTrue();
    assertThat(trail.list.stream().map(ILoggingEvent::getFormattedMessage))
        .containsExactly(
            "change by=127.0.0.1 call=\"PUT /v1/services/rack1/drain\" status=200",
            "change by=127.0.0.1 call=\"DELETE /v1/services/rack1/drain\" status=204",
            "change by=127.0.0.1 call=\"DELETE /v1/services/rack1/drain\" status=204");
  }

  @Test
  void aHostThatNeverActedIsNotDrained() {
    put("rack2", null);
    for (String host : new String[] {"rack2", "rack3"}) {
      assertThat(
              caller
                  .send("PUT", "/v1/services/" + host + "/drain", "{\"reason\":\"x\"}")
                  .fault("itemNotFound"))
          .isEqualTo("no nova-compute of host '" + host + "' ever ran with this database");
    }
    assertThat(caller.get("/v1/services/rack3").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                 | reason is missing
          {"reason": ""}     | reason must not be empty
          {"reason": "a\\nb"} | reason must not hold control characters
          {"why": "x"}       | why is not known; known here: reason
          """)
  void wantsAReason(String body, String message) {
    put("rack1", acting("rack1", Duration.ZERO));
    assertThat(caller.send("PUT", "/v1/services/rack1/drain", body).fault("badRequest"))
        .isEqualTo(message);
    String longest = "{\"reason\":\"" + "x".repeat(256) + "\"}";
    assertThat(caller.send("PUT", "/v1/services/rack1/drain", longest).fault("badRequest"))
        .isEqualTo("reason must have at most 255 characters");
  }
}
