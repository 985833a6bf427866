package org.novabm.device;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the last known power of machines is kept. Every method is a transaction of its own. */
public interface PowerBook {

  /** Takes the place of what was on record for the node. */
  void write(PowerRecord found);

  @Nullable PowerRecord find(long node);

  /** The records of nodes with these numbers and those between, by number. */
  Map<Long, PowerRecord> between(long first, long last);
}
