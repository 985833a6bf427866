package org.novabm.api.v1;

import java.util.List;
import org.novabm.node.Hold;
import org.novabm.rest.v1.HoldView;

/** Shows maintenance holds. */
final class HoldViews {

  private HoldViews() {}

  static List<HoldView> all(List<Hold> holds) {
    return holds.stream().map(HoldViews::of).toList();
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
