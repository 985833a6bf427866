package org.novabm.console;

/**
 * Somebody who looks at a console. Called by the console's thread, which serves all of them: must
 * not block.
 */
public interface ConsoleViewer {

  /** The machine said something. */
  void said(byte[] characters);

  /**
   * Something about the console itself, for a person: it was opened, it broke, why it is closed.
   */
  void told(String notice);
}
