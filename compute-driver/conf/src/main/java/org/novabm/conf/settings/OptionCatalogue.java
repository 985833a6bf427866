package org.novabm.conf.settings;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.novabm.conf.DeclaredOption;
import org.novabm.conf.OptionName;

/** All options of all settings records. */
final class OptionCatalogue {

  static final List<Class<? extends Record>> RECORDS =
      List.of(
          HostSettings.class,
          DatabaseSettings.class,
          MessagingSettings.class,
          QueueSettings.class,
          BaremetalSettings.class,
          NovabmSettings.class,
          ApiSettings.class);

  /** Old files build paths from these; the service itself does not read them. */
  private static final List<DeclaredOption> REFERRED =
      List.of(
          new DeclaredOption(new OptionName(OptionName.DEFAULT, "pybasedir"), "/usr/share/novabm"),
          new DeclaredOption(new OptionName(OptionName.DEFAULT, "bindir"), "/usr/bin"),
          new DeclaredOption(
              new OptionName(OptionName.DEFAULT, "instances_path"), "$state_path/instances"));

  private OptionCatalogue() {}

  static List<SettingsOption> options() {
    return RECORDS.stream().flatMap(each -> SettingsOption.of(each).stream()).toList();
  }

  static List<DeclaredOption> declared(String hostName) {
    return Stream.concat(
            options().stream().map(option -> option.declared(hostName)), REFERRED.stream())
        .toList();
  }

  /** Every name that is read, former ones included. */
  static Set<OptionName> names() {
    return options().stream()
        .flatMap(option -> Stream.concat(Stream.of(option.name()), option.formerNames().stream()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
