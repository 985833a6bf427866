package org.novabm.service;

import java.util.Locale;

/** Whether a process acts for a host; for people, who decide nothing by it but where to look. */
public enum ServiceState {
  /** A process acts for it. */
  UP,
  /** One did, and its last sign of life is older than its lease. */
  SILENT,
  /** The last one left. */
  STOPPED,
  /** It owns nodes, and nobody ever acted for it. */
  UNKNOWN;

  /** In lower case, as it is shown. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
