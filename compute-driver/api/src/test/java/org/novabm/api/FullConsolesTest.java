package org.novabm.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.novabm.memory.MemoryNodeStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** More viewers than there are places. */
@SpringBootTest(
    classes = ImpatientService.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "server.address=127.0.0.1")
@Timeout(60)
class FullConsolesTest {

  private static final String LIVE = "/v1/nodes/1/console/live?role=view";

  @Test
  void theOneTooManyIsToldAndPlacesAreGivenBack(
      @LocalServerPort int port, @Autowired MemoryNodeStore nodes) throws Exception {
    nodes.clear();
    new Caller(port).post("/v1/nodes", Samples.node("52:54:00:ac:00:01"));
    try (LiveConsole first = new LiveConsole(port, LIVE);
        LiveConsole second = new LiveConsole(port, LIVE)) {
      await().until(() -> !first.notices.get().isEmpty() && !second.notices.get().isEmpty());
      try (LiveConsole third = new LiveConsole(port, LIVE)) {
        assertThat(third.closed.get(20, TimeUnit.SECONDS))
            .startsWith("1013 all live consoles are taken");
      }
    }
    await().until(() -> isSeated(port));
  }

  private static boolean isSeated(int port) {
    try (LiveConsole again = new LiveConsole(port, LIVE)) {
      await().until(() -> !again.notices.get().isEmpty() || again.closed.isDone());
      return again.notices.get().contains("the console of node 1");
    }
  }
}
