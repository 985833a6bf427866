package org.novabm.power.ipmi;

import java.util.Map;

/**
 * Packets since the provider was made.
 *
 * @param sent to all BMCs, repetitions included
 * @param received from anybody, dropped ones included
 * @param dropped of those received, by reason; every reason is there
 */
public record PacketCounts(long sent, long received, Map<DropReason, Long> dropped) {

  public PacketCounts {
    dropped = Map.copyOf(dropped);
  }

  /** Dropped for one reason. */
  public long dropped(DropReason reason) {
    return dropped.getOrDefault(reason, 0L);
  }
}
