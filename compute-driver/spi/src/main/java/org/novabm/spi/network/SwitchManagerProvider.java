package org.novabm.spi.network;

import java.util.Set;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;

/**
 * Opens switch managers of one kind. Found by {@link java.util.ServiceLoader}; made once a process.
 */
public interface SwitchManagerProvider {

  /** The name used in configuration and switch records, for example {@code openvswitch}. */
  String name();

  /** Other names, among them dotted class names of old nova.conf files. */
  default Set<String> aliases() {
    return Set.of();
  }

  /**
   * Takes the settings of group {@code [netswitch:name]}; called once, before the first {@link
   * #open}.
   *
   * @throws IllegalArgumentException naming a key that is unknown or a value that is wrong
   */
  default void configure(BackendSettings settings) {
    settings.refuseOthers();
  }

  /** A manager for one switch; opens no connection yet. */
  SwitchManager open(Endpoint endpoint);
}
