package org.novabm.deploy.agent.http;

/** Who follows one transfer. */
public interface Watch {

  /** For what anybody may have. */
  Watch NOBODY =
      new Watch() {
        @Override
        public boolean known() {
          return false;
        }

        @Override
        public boolean open() {
          return true;
        }

        @Override
        public void sent(long from, long to) {
          // nobody counts
        }
      };

  /** Whether the caller has proven who he is. Then his transfer gives way to no other. */
  boolean known();

  /** Asked every 2 s, and may wait; the connection is cut when it is no longer so. */
  boolean open();

  /**
   * The socket took bytes. Called by the thread that sends to many; must not wait.
   *
   * @param from offset of the first
   * @param to offset behind the last, more than {@code from}
   */
  void sent(long from, long to);
}
