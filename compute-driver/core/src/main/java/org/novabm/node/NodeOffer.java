package org.novabm.node;

/** A node that the next instance may have, as far as the choice needs it. */
public record NodeOffer(long id, Capacity capacity) {

  public static NodeOffer of(Node node) {
    return new NodeOffer(node.id(), node.capacity());
  }
}
