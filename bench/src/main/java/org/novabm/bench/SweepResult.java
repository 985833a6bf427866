package org.novabm.bench;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import org.novabm.device.PowerReading;
import org.novabm.node.Node;

/** How many BMCs answered, and how long that took without those that did not. */
final class SweepResult implements BiConsumer<Node, PowerReading> {

  private final long start = System.nanoTime();
  private final LongAdder read = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final AtomicLong living = new AtomicLong();

  @Override
  public void accept(Node node, PowerReading reading) {
    switch (reading) {
      case PowerReading.Is _ -> {
        read.increment();
        living.accumulateAndGet(System.nanoTime() - start, Math::max);
      }
      case PowerReading.Unknown _ -> failed.increment();
    }
  }

  void add(SweepResult other) {
    read.add(other.read());
    failed.add(other.failed());
    living.addAndGet(other.livingNanos());
  }

  long read() {
    return read.sum();
  }

  long failed() {
    return failed.sum();
  }

  /** Until the last one that answered. */
  long livingNanos() {
    return living.get();
  }
}
