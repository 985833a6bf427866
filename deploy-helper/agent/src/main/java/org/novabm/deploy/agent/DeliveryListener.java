package org.novabm.deploy.agent;

/**
 * Told which bytes of a session's content were handed to the network. Called by the threads that
 * send, in no order and for ranges that may overlap: keep it short, and never wait in it. Only the
 * session's own requests are told of; what a refused request was answered is not.
 */
@FunctionalInterface
interface DeliveryListener {

  /** What a session may fetch. */
  enum Content {
    /** The file of the checked image, packed as it is stored. */
    IMAGE,
    CONFIG_DRIVE
  }

  /** For those who do not count. */
  DeliveryListener UNCOUNTED = (_, _, _, _) -> {};

  /**
   * A part was taken by the socket.
   *
   * @param from offset of its first byte, 0 or more
   * @param to offset behind its last byte, more than {@code from}
   */
  void sent(SessionKey session, Content content, long from, long to);
}
