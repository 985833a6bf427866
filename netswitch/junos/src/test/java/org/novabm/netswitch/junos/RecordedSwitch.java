package org.novabm.netswitch.junos;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novabm.netswitch.junos.netconf.Transport;
import org.novabm.spi.Deadline;

/**
 * Answers as a switch once did, if it is asked as it was then; only marks of commits may differ.
 */
final class RecordedSwitch implements Transport {

  private static final Pattern MARK = Pattern.compile("novabm [0-9a-f]{8}");

  private record Line(boolean sent, String message) {}

  private final Deque<Line> lines = new ArrayDeque<>();
  private String thenMark = "";
  private String nowMark = "";

  RecordedSwitch(String trace) {
    List<String> message = new ArrayList<>();
    String direction = "";
    for (String line : (trace + "\n" + SessionTrace.SENT).lines().toList()) {
      if (line.equals(SessionTrace.SENT) || line.equals(SessionTrace.RECEIVED)) {
        if (!direction.isEmpty()) {
          lines.add(new Line(direction.equals(SessionTrace.SENT), String.join("\n", message)));
        }
        direction = line;
        message.clear();
      } else {
        message.add(line);
      }
    }
  }

  boolean isDone() {
    return lines.isEmpty();
  }

  @Override
  public void send(String message, Deadline deadline) throws IOException {
    Line then = next(true);
    Matcher now = MARK.matcher(message);
    Matcher before = MARK.matcher(then.message());
    if (now.find() && before.find()) {
      nowMark = now.group();
      thenMark = before.group();
    }
    if (!MARK.matcher(message.strip())
        .replaceAll("")
        .equals(MARK.matcher(then.message()).replaceAll(""))) {
      throw new IOException("asked " + message + "\nwhere it was asked " + then.message());
    }
  }

  @Override
  public String receive(Deadline deadline) throws IOException {
    String message = next(false).message();
    return thenMark.isEmpty() ? message : message.replace(thenMark, nowMark);
  }

  private Line next(boolean sent) throws IOException {
    Line line = lines.poll();
    if (line == null || line.sent() != sent) {
      throw new IOException("the trace has nothing here");
    }
    return line;
  }

  @Override
  public void useChunks() {}

  @Override
  public void close() {}
}
