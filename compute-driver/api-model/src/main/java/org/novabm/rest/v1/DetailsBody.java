package org.novabm.rest.v1;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a node in the body of a call, where its fields stand among the others. What is
 * null stays as it is.
 *
 * @param resourceClass empty for none
 * @param traits all it has from now on
 * @param properties all it has from now on
 * @param rootDevice all hints from now on; texts, whole numbers and booleans
 * @param retiredReason stays with a node that is retired already; goes with the mark
 * @param protectedReason in the same way
 * @param deployInterface empty for the one of nova.conf
 * @param bootInterface empty for the deployer's usual one
 */
public record DetailsBody(
    @Nullable String resourceClass,
    @Nullable List<String> traits,
    @Nullable Map<String, String> properties,
    @Nullable Map<String, @Nullable Object> rootDevice,
    @Nullable Boolean retired,
    @Nullable String retiredReason,
    @Nullable Boolean isProtected,
    @Nullable String protectedReason,
    @Nullable String deployInterface,
    @Nullable String bootInterface) {

  /** Of which nothing is said. */
  public static final DetailsBody NOTHING =
      new DetailsBody(null, null, null, null, null, null, null, null, null, null);
}
