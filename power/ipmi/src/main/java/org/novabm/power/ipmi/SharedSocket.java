package org.novabm.power.ipmi;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What all BMCs share. Opens the socket when it is first needed, and anew should it have broken.
 */
final class SharedSocket implements AutoCloseable {

  private final Traffic traffic = new Traffic();
  private final SuiteFallbacks fallbacks = new SuiteFallbacks();
  private volatile @Nullable BmcSocket socket;

  BmcSocket get() throws IOException {
    BmcSocket open = socket;
    return open != null && open.isOpen() ? open : openAnew();
  }

  private synchronized BmcSocket openAnew() throws IOException {
    BmcSocket open = socket;
    if (open == null || !open.isOpen()) {
      open = BmcSocket.open(traffic);
      socket = open;
    }
    return open;
  }

  SuiteFallbacks fallbacks() {
    return fallbacks;
  }

  PacketCounts counts() {
    return traffic.counts();
  }

  @Override
  public synchronized void close() {
    BmcSocket open = socket;
    if (open != null) {
      open.close();
    }
  }
}
