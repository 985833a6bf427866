package org.novabm.node;

import java.util.List;
import java.util.Map;

/**
 * A disk as its machine describes it.
 *
 * @param bytes its size
 * @param rotational it turns
 * @param texts what else is known of it, by the names of the hints, for example {@code serial}; a
 *     disk may have several values of one, and none of what is not known
 */
public record Disk(long bytes, boolean rotational, Map<String, List<String>> texts) {

  public Disk {
    texts = Map.copyOf(texts);
  }

  List<String> texts(String name) {
    return texts.getOrDefault(name, List.of());
  }
}
