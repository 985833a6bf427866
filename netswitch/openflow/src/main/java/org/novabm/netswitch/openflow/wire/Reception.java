package org.novabm.netswitch.openflow.wire;

/** Who decides which switches are ours. Called on a thread of each caller's own; may block. */
@FunctionalInterface
public interface Reception {

  /**
   * Somebody says that it is a switch.
   *
   * @return false when no such switch is known: it may wait a while to become so, and can be {@link
   *     Caller#accept accepted} until then
   */
  boolean called(Caller caller);
}
