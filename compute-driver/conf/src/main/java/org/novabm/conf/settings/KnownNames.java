package org.novabm.conf.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novabm.conf.Assignment;
import org.novabm.conf.ConfigException;
import org.novabm.conf.NovaConf;
import org.novabm.conf.OptionName;

/** Tells the lines that have an effect from those that have none, and from mistakes. */
final class KnownNames {

  /** Groups all of whose keys are ours to know. */
  private static final Set<String> OWN = Set.of(BaremetalSettings.GROUP, NovabmSettings.GROUP);

  /** Groups that must not be missed by a slip of the pen. */
  private static final Set<String> NEEDED =
      Set.of(BaremetalSettings.GROUP, NovabmSettings.GROUP, MessagingSettings.RABBIT);

  private final Set<OptionName> read = OptionCatalogue.names();
  private final Map<OptionName, String> retired = RetiredOption.reasons();

  /**
   * The lines without effect.
   *
   * @throws ConfigException naming each unknown key of our own groups, its place and the nearest
   *     key
   */
  List<PassedOver> check(NovaConf conf) {
    List<PassedOver> passed = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    conf.assignments()
        .filter(assignment -> !read.contains(assignment.name()))
        .filter(assignment -> !BackendGroups.isBackend(assignment.name().group()))
        .forEach(assignment -> sort(assignment, passed, faults));
    if (!faults.isEmpty()) {
      throw new ConfigException(String.join("\n", faults));
    }
    return List.copyOf(passed);
  }

  private void sort(Assignment assignment, List<PassedOver> passed, List<String> faults) {
    OptionName name = assignment.name();
    String reason = reason(name);
    String slip = DecidingKeys.fault(name);
    if (reason != null) {
      passed.add(new PassedOver(name, assignment.origin(), reason));
    } else if (slip != null) {
      faults.add(assignment + " " + slip);
    } else if (OWN.contains(name.group())) {
      faults.add(assignment + " is not an option; " + hint(name));
    } else if (misspeltGroup(name.group())) {
      faults.add(assignment + " is in a group that nobody reads; " + groupHint(name.group()));
    } else {
      passed.add(new PassedOver(name, assignment.origin(), "this service does not need it"));
    }
  }

  private @Nullable String reason(OptionName name) {
    if (OwnDatabase.NOVAS.contains(name)) {
      return "it is Nova's own database; ours is in [baremetal]";
    }
    return OtherBroker.concerns(name) ? "only RabbitMQ is spoken to" : retired.get(name);
  }

  private String hint(OptionName name) {
    return OWN.stream()
        .filter(own -> read.contains(new OptionName(own, name.key())))
        .findFirst()
        .map(own -> "it is one of [" + own + "]; move it there")
        .orElseGet(() -> "the nearest is " + NearestName.of(name.key(), keys(name)));
  }

  private Set<String> keys(OptionName like) {
    return Stream.concat(read.stream(), retired.keySet().stream())
        .filter(name -> name.group().equals(like.group()))
        .map(OptionName::key)
        .collect(Collectors.toSet());
  }

  /** oslo.config takes {@code [default]} for a group of that name, and says nothing. */
  private static boolean misspeltGroup(String group) {
    boolean lowerDefault = group.equals(OptionName.DEFAULT.toLowerCase(Locale.ROOT));
    return lowerDefault
        || group.contains(":")
        || (!NEEDED.contains(group)
            && NEEDED.stream().anyMatch(needed -> NearestName.distance(group, needed) <= 2));
  }

  private static String groupHint(String group) {
    if (group.contains(":")) {
      return "a back end's group is [power:NAME], [netswitch:NAME] or [deploy:NAME]";
    }
    return group.equalsIgnoreCase(OptionName.DEFAULT)
        ? "write [DEFAULT] in capitals"
        : "the nearest is [" + NearestName.of(group, NEEDED) + "]";
  }
}
