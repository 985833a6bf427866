package org.novabm.store.secret;

import java.util.Locale;

/** Whose password a row of {@code secrets} is. */
public enum SecretKind {
  NODE,
  SWITCH,
  /** Nobody's: it is there to tell whether a key is the one that the others were sealed with. */
  KEY;

  /** What the password of this owner is sealed for. */
  public String purpose(long owner) {
    return name().toLowerCase(Locale.ROOT) + "/" + owner;
  }
}
