package org.novabm.spi.network;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Several ports that act as one (IEEE 802.1AX). It is attached and detached by its own name, as a
 * port is.
 *
 * @param name the aggregate, for example {@code ae3} or {@code bond0}
 * @param members its ports, at least one
 */
public record Aggregate(PortName name, SortedSet<PortName> members) {

  public Aggregate {
    members = Collections.unmodifiableSortedSet(new TreeSet<>(members));
    if (members.isEmpty()) {
      throw new IllegalArgumentException("aggregate " + name + " has no members");
    }
  }
}
