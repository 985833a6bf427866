package org.novabm.rest.v1;

import java.util.List;

/** The switches. */
public record SwitchPage(List<SwitchView> switches) {

  public SwitchPage {
    switches = Absent.orEmpty(switches);
  }
}
