package org.novabm.memory;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.novabm.device.PowerBook;
import org.novabm.device.PowerRecord;

/** The last known power of nodes, in a map. */
public final class MemoryPowerBook implements PowerBook {

  private final ConcurrentSkipListMap<Long, PowerRecord> found = new ConcurrentSkipListMap<>();

  /** Forgets all. */
  public void clear() {
    found.clear();
  }

  @Override
  public void write(PowerRecord record) {
    found.put(record.node(), record);
  }

  @Override
  public @Nullable PowerRecord find(long node) {
    return found.get(node);
  }

  @Override
  public Map<Long, PowerRecord> between(long first, long last) {
    return found.subMap(first, true, last, true);
  }
}
