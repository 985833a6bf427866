package org.novabm.spi.contract.lies;

/** Stands between a client and an honest server, and passes everything on until it is to lie. */
public interface LyingPeer extends AutoCloseable {

  /** Where clients find it, on 127.0.0.1. */
  int port();

  /**
   * Lies from now on.
   *
   * @param seed the same one makes the same lies of the same answers
   * @param honest answers that are passed on before, for each connection anew where there are any
   */
  void tell(Lie lie, long seed, int honest);

  /** Passes everything on again. */
  void beHonest();

  /** Connections that a client has not closed; 0 where the protocol has none. */
  int open();

  @Override
  void close();
}
