package org.novabm.rest.v1;

import java.util.List;

/** The compute hosts that share the database, by name. */
public record ServicePage(List<ServiceView> services) {

  public ServicePage {
    services = Absent.orEmpty(services);
  }
}
