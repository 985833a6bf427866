package org.novabm.power.ipmi.wire;

import java.util.Locale;

/** The privilege levels that may switch power (IPMI 2.0, section 6.8). */
public enum Privilege {
  OPERATOR(3),
  ADMINISTRATOR(4);

  private final int code;

  Privilege(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
