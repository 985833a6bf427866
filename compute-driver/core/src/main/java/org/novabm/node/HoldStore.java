package org.novabm.node;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where maintenance holds are kept. Every method is a transaction. What is placed here before a
 * claim is written is seen by that claim: the statement that claims looks at the holds itself.
 */
public interface HoldStore {

  /**
   * Places a hold. Who placed one of the name gives it another reason and end; it stays of the time
   * when it was placed first. One that is over is none.
   *
   * @return the hold of that name which somebody else placed and which stays; null when the given
   *     one is placed
   */
  @Nullable Hold place(long node, Hold hold);

  /**
   * Releases the hold of the name, whoever placed it. Idempotent.
   *
   * @return whether there was one
   */
  boolean release(long node, String name);

  /** Those in force at the node, by their names. */
  List<Hold> of(long node);

  /**
   * Those in force at the nodes with these row numbers, both included; nodes without are left out.
   */
  Map<Long, List<Hold>> between(long first, long last);
}
