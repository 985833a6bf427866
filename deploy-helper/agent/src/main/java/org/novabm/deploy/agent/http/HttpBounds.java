package org.novabm.deploy.agent.http;

import java.time.Duration;

/**
 * What all callers of one port may take together, and each of them alone.
 *
 * @param connections at one time, 1 or more; beyond that the oldest gives way that has no whole
 *     request yet
 * @param connectionsPerClient of one address
 * @param transfers how many contents are sent at one time; less than {@code connections}, so that
 *     requests are taken whatever is being sent
 * @param transfersPerClient to one address
 * @param requestTime for a whole head, counted from the connection or the answer before it, and
 *     again for a whole body
 * @param stallTime in which a reader must take {@code stallBytes}, or all that is left
 * @param stallBytes 1 or more
 * @param answersAtOnce how many requests are worked on at one time; the others wait
 */
public record HttpBounds(
    int connections,
    int connectionsPerClient,
    int transfers,
    int transfersPerClient,
    Duration requestTime,
    Duration stallTime,
    int stallBytes,
    int answersAtOnce) {

  /**
   * A rack's worth: 192 machines that write their images, and 64 connections for what they report
   * and for those that boot.
   */
  public static final HttpBounds STANDARD =
      new HttpBounds(
          256, 32, 192, 16, Duration.ofSeconds(10), Duration.ofSeconds(30), 512 * 1024, 8);

  /** Bytes of a request line; ours have less than 100. */
  static final int LINE_BYTES = 2048;

  /** Bytes of all header lines; those of wget, iPXE and curl have less than 300. */
  static final int HEAD_BYTES = 3072;

  static final int HEADERS = 32;

  /** Bytes of a body; an agent's longest is 1,600. */
  static final int BODY_BYTES = 4096;

  /** What one connection reads at a time. */
  static final int READ_BYTES = 2048;

  /**
   * Bounds that fit together.
   *
   * @throws IllegalArgumentException naming those that do not
   */
  public HttpBounds {
    if (transfers >= connections) {
      throw new IllegalArgumentException(
          "http_transfers = %d must be less than http_connections = %d"
              .formatted(transfers, connections));
    }
  }

  /** At the very most: some that are new, and some that are being closed, come on top. */
  public int mostConnections() {
    return connections + connections / 8;
  }

  /**
   * The most heap of one connection: 5 KiB of channel, handlers and timers, what it reads at a
   * time, a head as text with 160 bytes more for each header, and a body.
   */
  public static int bytesOfConnection() {
    return 5 * 1024 + READ_BYTES + LINE_BYTES + HEAD_BYTES + HEADERS * 160 + BODY_BYTES;
  }
}
