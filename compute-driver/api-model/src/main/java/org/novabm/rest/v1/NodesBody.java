package org.novabm.rest.v1;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Nodes to be registered together.
 *
 * @param nodes 1 to 1000
 */
public record NodesBody(@Nullable List<NodeBody> nodes) {}
