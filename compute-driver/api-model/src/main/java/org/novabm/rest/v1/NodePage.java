package org.novabm.rest.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the nodes.
 *
 * @param next where the following ones are; left out on the last page
 */
public record NodePage(
    List<NodeView> nodes, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next) {

  public NodePage {
    nodes = Absent.orEmpty(nodes);
  }
}
