package org.novabm.messaging.rpc;

/** Text from a peer, made fit for one line of the log. */
final class Printable {

  private static final int LENGTH = 300;

  private Printable() {}

  static String of(String text) {
    String line = text.replaceAll("\\p{Cntrl}", " ");
    return line.length() > LENGTH ? line.substring(0, LENGTH) + "..." : line;
  }
}
