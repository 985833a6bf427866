package org.novabm.netswitch.openflow;

import java.util.ArrayList;
import java.util.List;
import org.novabm.netswitch.openflow.wire.Caller;

/**
 * Callers of datapath ids that nobody registered. A switch that is registered while it waits here,
 * or used for the first time since we started, need not call again. Only open connections are kept,
 * so it is bounded as they are.
 */
final class Lobby {

  private final List<Caller> waiting = new ArrayList<>();

  synchronized void keep(Caller caller) {
    waiting.removeIf(it -> !it.isOpen());
    waiting.add(caller);
  }

  /** Those that claim that id; they wait no more. */
  synchronized List<Caller> take(DatapathId id) {
    List<Caller> called =
        waiting.stream().filter(it -> it.isOpen() && it.datapath() == id.bits()).toList();
    waiting.removeAll(called);
    return called;
  }
}
