package org.novabm.driver;

/** How a running instance is treated that is to be switched off. */
public enum Manner {
  /** Its operating system is asked first; the power is cut when it cannot be asked or does not. */
  SOFT,
  /** The power is cut at once. */
  HARD
}
