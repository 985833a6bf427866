package org.novabm.spi.contract.lies;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Who counts what others leave behind sees it. */
class LeftoversTest {

  @Test
  void nothingIsNothing() {
    Leftovers.sinceNow().assertNone();
  }

  @Test
  void threadsDescriptorsAndProcessesAreSeen() throws Exception {
    Leftovers leftovers = Leftovers.sinceNow();
    CountDownLatch end = new CountDownLatch(1);
    Thread platform = Thread.ofPlatform().name("left-1").start(() -> await(end));
    Thread virtual = Thread.ofVirtual().name("left-behind").start(() -> await(end));
    Process process = new ProcessBuilder("sleep", "300").start();
    try (ServerSocket _ = new ServerSocket(0)) {
      assertThatThrownBy(() -> leftovers.assertNone(Duration.ofMillis(300)))
          .hasMessageContaining("thread left-#")
          .hasMessageContaining("thread left-behind")
          .hasMessageContaining("descriptor socket")
          .hasMessageContaining("sleep");
    } finally {
      end.countDown();
      process.destroyForcibly();
    }
    platform.join();
    virtual.join();
    leftovers.assertNone();
  }

  private static void await(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
