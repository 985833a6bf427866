package org.novabm.store.secret;

import java.util.Locale;

/** Whose password a row of {@code secrets} is. */
public enum SecretKind {
  NODE,
  SWITCH;

  /** What the password of this owner is sealed for. */
  public String purpose(long owner) {
    return name().toLowerCase(Locale.ROOT) + "/" + owner;
  }
}
