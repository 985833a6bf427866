package org.novabm.deploy.tftp;

import java.time.Duration;

/**
 * The limits of a server.
 *
 * @param transfers how many at once, 1 or more
 * @param transfersPerClient how many at once for one address, 1 or more
 * @param nameBytes longest file name, 1 to 500
 * @param blockBytes largest block agreed to, 512 to 65464; lower it where the network loses
 *     fragments, for example to 1468
 * @param windowBlocks largest window agreed to (RFC 7440), 1 to 1024
 * @param retransmitAfter how long an acknowledgement may take when the client names no time
 * @param tries how often one block is sent before the transfer is given up, 1 or more; counts once
 *     the client has acknowledged anything
 * @param firstTries how often the options are sent to a client that has acknowledged nothing yet, 1
 *     or more; a first block is sent once
 * @param firstPatience how long such a client may take in all
 * @param bufferBytes memory outside the heap in which blocks of all transfers are read ahead, at
 *     least {@code blockBytes} and 4
 * @param longest how long one transfer may take in all
 */
public record TftpSettings(
    int transfers,
    int transfersPerClient,
    int nameBytes,
    int blockBytes,
    int windowBlocks,
    Duration retransmitAfter,
    int tries,
    int firstTries,
    Duration firstPatience,
    int bufferBytes,
    Duration longest) {

  /**
   * Patient for half a minute: some clients answer a repeated window only after their own time of 5
   * s, and that answer may be lost as well. But not before the first acknowledgement: until then
   * the client may be somebody whose address was forged, and who asks in earnest asks again.
   */
  public static final TftpSettings STANDARD =
      new TftpSettings(
          512,
          32,
          255,
          65464,
          64,
          Duration.ofSeconds(1),
          30,
          3,
          Duration.ofSeconds(5),
          4 << 20,
          Duration.ofHours(1));

  /** The most heap of one transfer: its socket, thread and request. */
  public static final int BYTES_OF_TRANSFER = 4 * 1024;

  public TftpSettings {
    check("transfers", transfers, 1, 100_000);
    check("transfersPerClient", transfersPerClient, 1, 100_000);
    check("nameBytes", nameBytes, 1, 500);
    check("blockBytes", blockBytes, 512, 65464);
    check("windowBlocks", windowBlocks, 1, 1024);
    check("tries", tries, 1, 100);
    check("firstTries", firstTries, 1, 100);
    check("firstPatience in ms", firstPatience.toMillis(), 1, 255_000);
    check("bufferBytes", bufferBytes, blockBytes + 4, 1 << 30);
    check("retransmitAfter in ms", retransmitAfter.toMillis(), 1, 255_000);
    check("longest in ms", longest.toMillis(), 1, Integer.MAX_VALUE);
  }

  /** The same with other places and buffers. */
  public TftpSettings with(int places, int placesPerClient, int bytesOfBuffers) {
    return new TftpSettings(
        places,
        placesPerClient,
        nameBytes,
        blockBytes,
        windowBlocks,
        retransmitAfter,
        tries,
        firstTries,
        firstPatience,
        bytesOfBuffers,
        longest);
  }

  private static void check(String what, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "TFTP: " + what + " = " + value + " is not between " + least + " and " + most);
    }
  }
}
