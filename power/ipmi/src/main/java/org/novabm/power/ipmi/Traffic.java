package org.novabm.power.ipmi;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts the packets of a socket. Safe for many threads. */
final class Traffic {

  private final LongAdder sent = new LongAdder();
  private final LongAdder received = new LongAdder();
  private final Map<DropReason, LongAdder> dropped = new EnumMap<>(DropReason.class);

  Traffic() {
    for (DropReason reason : DropReason.values()) {
      dropped.put(reason, new LongAdder());
    }
  }

  void countSent() {
    sent.increment();
  }

  void countReceived() {
    received.increment();
  }

  void countDropped(DropReason reason) {
    LongAdder adder = dropped.get(reason);
    if (adder != null) {
      adder.increment();
    }
  }

  PacketCounts counts() {
    Map<DropReason, Long> drops = new EnumMap<>(DropReason.class);
    dropped.forEach((reason, adder) -> drops.put(reason, adder.sum()));
    return new PacketCounts(sent.sum(), received.sum(), drops);
  }
}
