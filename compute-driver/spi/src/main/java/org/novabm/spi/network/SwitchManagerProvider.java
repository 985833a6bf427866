package org.novabm.spi.network;

import java.util.List;
import java.util.Set;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.Endpoint;
import org.novabm.spi.MemoryBound;
import org.novabm.spi.settings.NoSettings;

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
   * The record that group {@code [netswitch:name]} is read into, see {@link
   * org.novabm.spi.settings.Setting}. Samples and pages are written from it.
   */
  default Class<? extends Record> settings() {
    return NoSettings.class;
  }

  /**
   * Takes the settings of group {@code [netswitch:name]}; called once, before the first {@link
   * #open}.
   *
   * @throws IllegalArgumentException naming a key that is unknown or a value that is wrong
   */
  default void configure(BackendSettings settings) {
    settings.as(NoSettings.class);
  }

  /** The most heap that its peers can make this process hold, by the settings it was given. */
  default List<MemoryBound> bounds() {
    return List.of();
  }

  /**
   * A manager for one switch; opens no connection yet and so cannot fail for the device's sake.
   *
   * @throws IllegalArgumentException when the endpoint cannot be one of this kind
   */
  SwitchManager open(Endpoint endpoint);
}
