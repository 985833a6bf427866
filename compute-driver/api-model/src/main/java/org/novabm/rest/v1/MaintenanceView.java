package org.novabm.rest.v1;

import java.util.List;

/** All that hold a node now. */
public record MaintenanceView(List<HoldView> maintenance) {

  public MaintenanceView {
    maintenance = Absent.orEmpty(maintenance);
  }
}
