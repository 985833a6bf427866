package org.novabm.messaging.broker;

/** What the embedded broker is made of; the distribution for servers comes without it. */
public final class BrokerLibraries {

  private BrokerLibraries() {}

  /** They are on the class path, so that {@link EmbeddedBroker} can be used. */
  public static boolean arePresent() {
    try {
      Class.forName(
          "org.apache.qpid.server.SystemLauncher", false, BrokerLibraries.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
