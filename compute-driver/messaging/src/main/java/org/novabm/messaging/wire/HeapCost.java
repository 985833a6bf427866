package org.novabm.messaging.wire;

import tools.jackson.databind.JsonNode;

/**
 * Heap that messages take, in bytes, upper bounds for objects with compressed pointers (which every
 * heap below 32 GiB has).
 */
public final class HeapCost {

  // an object of one member and its value: node 24, map 56, table 80, entry 40, key and text 64
  private static final int MEMBER = 136;
  private static final int CONTAINER = 160;
  private static final int VALUE = 64;

  /** The densest text of a tree, {@code {},{},}, takes 84 bytes for 3. */
  private static final int TREE_A_BYTE = 30;

  /** With a text of a few characters each, and the half-empty tables of maps and lists. */
  private static final int TREE_A_TOKEN = 90;

  private HeapCost() {}

  /**
   * The most that reading a message of so many bytes takes at one time. A text in memory takes up
   * to two bytes a character, and while it is built three times that: pieces, the builder, the
   * text.
   */
  public static int reading(long size) {
    long outer = 6 * size;
    long inner =
        4 * size
            + 6 * Math.min(size, Json.MAX_STRING)
            + Math.min(TREE_A_BYTE * size, (long) TREE_A_TOKEN * Json.MAX_TOKENS);
    return Math.toIntExact(Math.max(outer, inner) + 4096);
  }

  /** What a tree takes once it is read; 64 levels at most. */
  public static int of(JsonNode node) {
    int cost = node.isContainer() ? CONTAINER : VALUE;
    if (node.isString()) {
      cost += 2 * node.stringValue().length();
    }
    for (var member : node.properties()) {
      cost += MEMBER + 2 * member.getKey().length() + of(member.getValue());
    }
    if (node.isArray()) {
      for (JsonNode item : node) {
        cost += 8 + of(item);
      }
    }
    return cost;
  }
}
