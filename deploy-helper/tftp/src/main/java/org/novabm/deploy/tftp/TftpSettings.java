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
 * @param tries how often one block is sent before the transfer is given up, 1 or more
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
    Duration longest) {

  /**
   * Patient for half a minute: some clients answer a repeated window only after their own time of 5
   * s, and that answer may be lost as well.
   */
  public static final TftpSettings STANDARD =
      new TftpSettings(512, 32, 255, 65464, 64, Duration.ofSeconds(1), 30, Duration.ofHours(1));

  public TftpSettings {
    check("transfers", transfers, 1, 100_000);
    check("transfersPerClient", transfersPerClient, 1, 100_000);
    check("nameBytes", nameBytes, 1, 500);
    check("blockBytes", blockBytes, 512, 65464);
    check("windowBlocks", windowBlocks, 1, 1024);
    check("tries", tries, 1, 100);
    check("retransmitAfter in ms", retransmitAfter.toMillis(), 1, 255_000);
    check("longest in ms", longest.toMillis(), 1, Integer.MAX_VALUE);
  }

  private static void check(String what, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "TFTP: " + what + " = " + value + " is not between " + least + " and " + most);
    }
  }
}
