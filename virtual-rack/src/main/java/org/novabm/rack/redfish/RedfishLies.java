package org.novabm.rack.redfish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** What a BMC says that is not so, or never ends. May be changed at any time. */
public final class RedfishLies {

  /** How bodies come, but for that of the login. */
  public enum Bodies {
    WHOLE,
    /** Megabyte after megabyte. */
    ENDLESS,
    /** A blank every 50 ms of 100,000 that are promised. */
    DRIPPING
  }

  private static final int DRIP_MILLIS = 50;

  private final AtomicReference<Bodies> bodies = new AtomicReference<>(Bodies.WHOLE);
  private final AtomicReference<UnaryOperator<byte[]>> change =
      new AtomicReference<>(UnaryOperator.identity());
  private final Map<String, String> links = new ConcurrentHashMap<>();
  private final Map<String, String> headers = new ConcurrentHashMap<>();
  private final AtomicInteger brokenOff = new AtomicInteger();

  public void bodies(Bodies next) {
    bodies.set(next);
  }

  /** Turns each body, but for that of the login, into another. */
  public void change(UnaryOperator<byte[]> next) {
    change.set(next);
  }

  /** Wherever it says one text, in links and elsewhere, it says the other. */
  public void say(String instead, String of) {
    links.put("\"" + of + "\"", "\"" + instead + "\"");
  }

  /** A header of the answer to a login, for example Location. */
  public void header(String name, String value) {
    headers.put(name, value);
  }

  /** How many bodies the other side did not read to their end. */
  public int brokenOff() {
    return brokenOff.get();
  }

  String headerOf(String name, String honest) {
    return headers.getOrDefault(name, honest);
  }

  static byte[] honest(String body) {
    return body.getBytes(UTF_8);
  }

  byte[] bytes(String body) {
    String text = body;
    for (Map.Entry<String, String> one : links.entrySet()) {
      text = text.replace(one.getKey(), one.getValue());
    }
    return change.get().apply(text.getBytes(UTF_8));
  }

  /** How long the body is said to be; 0 for in chunks. */
  long length(byte[] bytes) {
    return switch (bodies.get()) {
      case WHOLE -> bytes.length == 0 ? -1 : bytes.length;
      case ENDLESS -> 0;
      case DRIPPING -> 100_000;
    };
  }

  void write(byte[] bytes, OutputStream output) throws IOException {
    try {
      switch (bodies.get()) {
        case WHOLE -> output.write(bytes);
        case ENDLESS -> endlessly(output);
        case DRIPPING -> drip(output);
      }
    } catch (IOException e) {
      brokenOff.incrementAndGet();
      throw e;
    }
  }

  private static void endlessly(OutputStream output) throws IOException {
    byte[] megabyte = "a".repeat(1 << 20).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    while (true) {
      output.write(megabyte);
    }
  }

  private static void drip(OutputStream output) throws IOException {
    try {
      for (int i = 0; i < 100_000; i++) {
        output.write(' ');
        output.flush();
        Thread.sleep(DRIP_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped", e);
    }
  }
}
