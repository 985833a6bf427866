package org.novabm.task;

import org.novabm.node.Node;
import org.novabm.spi.power.PowerState;

/** What a step found or made, for the record. */
public sealed interface Fact {

  /** The task has this node now. */
  record Claimed(Node node) implements Fact {}

  /** The machine's power was read. */
  record Power(PowerState state) implements Fact {}
}
