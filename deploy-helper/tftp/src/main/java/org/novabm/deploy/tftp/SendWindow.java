package org.novabm.deploy.tftp;

/**
 * Which blocks to send next (RFC 1350 with a window of one, else RFC 7440). Knows nothing of
 * sockets and time. The sender sends all blocks of the window, then tells what came back.
 *
 * <p>An acknowledgement of the block before the window is either a copy made by the network, or a
 * receiver's cry that the window's first block is lost. With one block a window it is always
 * ignored, since answering copies would double every packet to the end (RFC 1123, section 4.2.3.1).
 * With more it is answered by one repetition, after which such acknowledgements are ignored until a
 * whole window has passed without any.
 */
final class SendWindow {

  /** What an acknowledgement leads to. */
  enum Next {
    SEND,
    IGNORE,
    DONE
  }

  private final long blocks;
  private final int size;
  private long first = 1;
  private boolean repeated;
  private boolean settling;

  /**
   * @param blocks how many there are, 1 or more
   * @param size how many are sent before an acknowledgement is awaited, 1 to 32767
   */
  SendWindow(long blocks, int size) {
    this.blocks = blocks;
    this.size = size;
  }

  /** The lowest block not acknowledged; blocks count from 1. */
  long first() {
    return first;
  }

  /** The highest block of the window. */
  long last() {
    return Math.min(first + size - 1, blocks);
  }

  /**
   * Takes an acknowledgement.
   *
   * @param number the 16 bits on the wire; block numbers go on with 0 after 65535
   */
  Next acknowledged(int number) {
    int count = (int) (number - (first - 1)) & 0xffff;
    int sent = (int) (last() - first + 1);
    if (count > sent) {
      return Next.IGNORE;
    }
    if (count == 0) {
      return repetitionWanted() ? Next.SEND : Next.IGNORE;
    }
    boolean whole = count == sent;
    settling = whole && repeated;
    repeated = !whole;
    first += count;
    return first > blocks ? Next.DONE : Next.SEND;
  }

  private boolean repetitionWanted() {
    if (size == 1 || repeated || settling) {
      return false;
    }
    repeated = true;
    return true;
  }

  /** The window is to be sent again because nothing came back. */
  void timedOut() {
    repeated = true;
  }
}
