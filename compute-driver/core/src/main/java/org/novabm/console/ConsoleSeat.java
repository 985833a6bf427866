package org.novabm.console;

/** A viewer's place at a console. Safe for many threads. */
public interface ConsoleSeat extends AutoCloseable {

  /** What a viewer may do. */
  enum Role {
    /** Type. One at a time. */
    KEYBOARD,
    /** Look on. */
    VIEW
  }

  Role role();

  /**
   * Types something; nothing happens without the keyboard, or while the console is not open.
   *
   * @return how many bytes were taken
   */
  int type(byte[] keys);

  /** Sends a break, with the keyboard alone. */
  void sendBreak();

  /** Gets up; the console is closed when nobody is left and it is not recorded. Idempotent. */
  @Override
  void close();
}
