package org.novabm.api.v1;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.node.Hold;

/**
 * A maintenance hold as shown.
 *
 * @param by who placed it: the address from which it was called for, or the service itself
 * @param until null when it counts until it is released
 */
record HoldView(String name, String by, String reason, String since, @Nullable String until) {

  static List<HoldView> all(List<Hold> holds) {
    return holds.stream().map(HoldView::of).toList();
  }

  private static HoldView of(Hold hold) {
    return new HoldView(
        hold.name(),
        hold.by(),
        hold.reason(),
        TimeText.of(hold.since()),
        TimeText.orNull(hold.until()));
  }
}
