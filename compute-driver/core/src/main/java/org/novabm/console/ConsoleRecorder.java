package org.novabm.console;

import org.novabm.node.Node;

/** Told by the steps of a deployment when there is something to record. Returns at once. */
public interface ConsoleRecorder {

  /** Nobody records. */
  ConsoleRecorder NONE =
      new ConsoleRecorder() {
        @Override
        public void begin(Node node) {}

        @Override
        public void end(Node node) {}
      };

  /** From now on the node's console is recorded, for the instance that is on it; idempotent. */
  void begin(Node node);

  /** The instance is gone; idempotent. */
  void end(Node node);
}
