package org.novabm.spi.contract.lies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What this process has open: threads, virtual ones too, file descriptors and child processes, as
 * far as they are not the Java runtime's own. Descriptors are seen on Linux only.
 */
public final class Leftovers {

  private static final Duration LONGEST = Duration.ofSeconds(15);

  /** One thread in a dump: its number, and its name. */
  private static final Pattern THREAD = Pattern.compile("(?m)^\\s*#\\d+ \"([^\"]*)\"");

  /** Threads that come and go with others' work. */
  private static final Pattern RUNTIME =
      Pattern.compile(
          "ForkJoinPool.*|process reaper.*|.*-unparker|.*-unblocker|.*Poller.*|.*[Cc]leaner.*|.*Compiler.*"
              + "|Finalizer|Reference Handler|Signal Dispatcher|Attach Listener|Notification Thread"
              + "|awaitility.*|junit-.*|surefire.*|main");

  /** Read when a class is needed, a name looked up or a number drawn. */
  private static final Pattern RUNTIME_FILE =
      Pattern.compile(".*\\.(jar|class|jsa|so|dat)|.*/lib/modules|/dev/u?random|/etc/.*|/proc/.*");

  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  private final Map<String, Long> before;
  private final String pool;

  private Leftovers(Map<String, Long> before, String pool) {
    this.before = before;
    this.pool = pool;
  }

  /** Looks now; to be called when pools and the like have what they need. */
  public static Leftovers sinceNow() {
    return sinceNow("");
  }

  /**
   * Looks now.
   *
   * @param pool how the names of what is passed over begin, such as {@code thread ssh}: what a
   *     client has for all its peers and makes when it first needs it. Empty for none
   */
  public static Leftovers sinceNow(String pool) {
    try {
      // the runtime keeps a socket of its own from the first one on that is closed
      new ServerSocket(0, 1, InetAddress.getLoopbackAddress()).close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Leftovers(open(), pool);
  }

  /** Waits until there is no more than at first, and fails with what there is more. */
  public void assertNone() {
    assertNone(LONGEST);
  }

  void assertNone(Duration longest) {
    await()
        .atMost(longest)
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(() -> assertThat(more()).as("left behind").isEmpty());
  }

  private Map<String, Long> more() {
    Map<String, Long> more = new TreeMap<>();
    open().forEach((what, count) -> more.put(what, count - before.getOrDefault(what, 0L)));
    more.values().removeIf(count -> count <= 0);
    more.keySet().removeIf(what -> !pool.isEmpty() && what.startsWith(pool));
    return more;
  }

  private static Map<String, Long> open() {
    Map<String, Long> open = new TreeMap<>();
    try {
      threads().forEach(name -> open.merge("thread " + name, 1L, Long::sum));
      descriptors(open);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ProcessHandle.current()
        .children()
        .filter(ProcessHandle::isAlive)
        .forEach(child -> open.merge("process " + child.info().command(), 1L, Long::sum));
    return open;
  }

  /** Names without their numbers. */
  private static Stream<String> threads() throws IOException {
    Path folder = Files.createTempDirectory("novabm-threads");
    Path dump = folder.resolve("dump");
    try {
      ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
          .dumpThreads(dump.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
      return THREAD
          .matcher(Files.readString(dump))
          .results()
          .map((MatchResult it) -> it.group(1))
          .toList()
          .stream()
          .filter(name -> !RUNTIME.matcher(name).matches())
          .map(name -> name.replaceAll("[0-9a-f]*\\d[0-9a-f]*", "#"));
    } finally {
      Files.deleteIfExists(dump);
      Files.delete(folder);
    }
  }

  private static void descriptors(Map<String, Long> open) throws IOException {
    if (!Files.isDirectory(DESCRIPTORS)) {
      return;
    }
    try (Stream<Path> links = Files.list(DESCRIPTORS)) {
      for (Path link : links.toList()) {
        String target = target(link);
        if (!RUNTIME_FILE.matcher(target).matches()) {
          open.merge("descriptor " + target.replaceAll(":\\[\\d+]", ""), 1L, Long::sum);
        }
      }
    }
  }

  /** One that was closed meanwhile is the one by which the folder was read. */
  private static String target(Path link) throws IOException {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (NoSuchFileException e) {
      return "/proc/";
    }
  }
}
