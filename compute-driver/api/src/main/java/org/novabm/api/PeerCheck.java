package org.novabm.api;

/** Something the service cannot work without, such as the database or the message broker. */
public interface PeerCheck {

  /** One word, for example {@code db} or {@code broker}; the part's name in the health answer. */
  String name();

  /**
   * Tries it now, within a few seconds.
   *
   * @return a few words on what was found, for example the server's product and version
   * @throws RuntimeException when it cannot be used; the message goes into the health answer, so it
   *     must hold no secret
   */
  String check();
}
