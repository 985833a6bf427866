package org.novabm.rack.machine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.novabm.rack.process.RackException;
import org.novabm.rack.process.Waiting;

/**
 * What a machine printed on its serial port.
 *
 * @param folder whose console it is
 * @param waiting for {@link #await}
 */
public record Console(NodeFolder folder, Waiting waiting) {

  /** A guest may print for ever; this much of it is looked at. */
  private static final int MOST = 64 << 20;

  /** Much more than a line takes at 115200 baud. */
  private static final Duration LINE_END = Duration.ofSeconds(3);

  /** Everything printed so far; bytes that are not UTF-8 are replaced. */
  public String text() {
    return from(0);
  }

  /** What was printed since the latest power on, the line that marks it included. */
  public String sincePowerOn() {
    return from(start());
  }

  /**
   * Waits for a text that is printed after the latest power on; also when that comes only later.
   *
   * @return the whole line it is in
   * @throws RackException.TimedOut when it is not printed within {@code limit}
   */
  public String await(String wanted, Duration limit) {
    waiting.until(
        "'%s' on the console %s".formatted(wanted, folder.consoleLog()),
        limit,
        () -> lines().anyMatch(line -> line.contains(wanted)));
    try {
      // a prompt has no line end, so this cannot be waited for long
      waiting.until("the line's end", LINE_END, () -> sincePowerOn().endsWith("\n"));
    } catch (RackException.TimedOut e) {
      // then what is there of it is all
    }
    return lines().filter(line -> line.contains(wanted)).toList().getLast();
  }

  private Stream<String> lines() {
    return sincePowerOn().lines();
  }

  private long start() {
    Path mark = folder.consoleStart();
    try {
      return Files.exists(mark) ? Long.parseLong(Files.readString(mark).strip()) : 0;
    } catch (IOException e) {
      throw new RackException("cannot read " + mark, e);
    }
  }

  private String from(long offset) {
    Path log = folder.consoleLog();
    if (!Files.exists(log)) {
      return "";
    }
    try (InputStream stream = Files.newInputStream(log)) {
      stream.skipNBytes(Math.min(offset, Files.size(log)));
      return new String(stream.readNBytes(MOST), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new RackException("cannot read the console log " + log, e);
    }
  }
}
