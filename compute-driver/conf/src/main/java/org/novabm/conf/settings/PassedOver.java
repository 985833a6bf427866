package org.novabm.conf.settings;

import org.novabm.conf.OptionName;
import org.novabm.conf.Origin;

/** A line of a file that has no effect here. */
public record PassedOver(OptionName name, Origin origin, String reason) {

  /** For a list of them. */
  String place() {
    return name + " (" + origin + ")";
  }

  @Override
  public String toString() {
    return origin + ": " + name + " is passed over: " + reason;
  }
}
