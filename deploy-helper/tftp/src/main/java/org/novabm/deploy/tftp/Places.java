package org.novabm.deploy.tftp;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

/** Counts the transfers under way, in all and for each client. */
final class Places {

  private final int most;
  private final int mostPerClient;
  private final Map<InetAddress, Integer> taken = new HashMap<>();
  private int all;

  Places(int most, int mostPerClient) {
    this.most = most;
    this.mostPerClient = mostPerClient;
  }

  /** Takes a place, to be given back; false when none is free. */
  synchronized boolean take(InetAddress client) {
    int own = taken.getOrDefault(client, 0);
    if (all == most || own == mostPerClient) {
      return false;
    }
    taken.put(client, own + 1);
    all++;
    return true;
  }

  synchronized void giveBack(InetAddress client) {
    taken.computeIfPresent(client, (_, own) -> own == 1 ? null : own - 1);
    all--;
  }
}
