package org.novabm.node;

/** How a claim went. */
public sealed interface ClaimOutcome {

  /** The node is the instance's, now or already. */
  record Claimed(Node node) implements ClaimOutcome {}

  /** No node for this instance; the reason says why, node by node. */
  record Refused(String reason) implements ClaimOutcome {}
}
