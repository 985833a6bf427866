package org.novabm.deploy.agent;

import org.novabm.deploy.agent.http.Watch;

/**
 * Follows a file that anybody may have.
 *
 * @param bytes its length
 * @param out runs when its last byte is out
 */
record WholeFile(long bytes, Runnable out) implements Watch {

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
    if (to == bytes) {
      Thread.ofVirtual().name("fetched").start(out);
    }
  }
}
