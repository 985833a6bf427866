package org.novabm.conf.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.novabm.conf.NovaConf;
import org.novabm.conf.OptionName;
import org.novabm.spi.BackendSettings;

/**
 * The groups {@code [power:NAME]}, {@code [netswitch:NAME]} and {@code [deploy:NAME]}. Their keys
 * belong to the back ends, which refuse those they do not know.
 */
public final class BackendGroups {

  private static final Set<String> FAMILIES = Set.of("power", "netswitch", "deploy");

  /** The deployer that older releases' options speak of. */
  private static final String AGENT = "agent";

  /** Its keys, and the options they are taken from when its group has none of them. */
  static final Map<String, OptionName> AGENT_KEYS =
      Map.ofEntries(
          Map.entry("listen", novabm("deploy_listen")),
          Map.entry("clients", novabm("deploy_clients")),
          Map.entry("http_port", novabm("deploy_http_port")),
          Map.entry("tftp_port", novabm("deploy_tftp_port")),
          Map.entry("image_root", novabm("image_root")),
          Map.entry("image_cache", novabm("image_cache")),
          Map.entry("image_hosts", novabm("image_hosts")),
          Map.entry("tftp_root", baremetal("tftp_root")),
          Map.entry("deploy_kernel", baremetal("deploy_kernel")),
          Map.entry("deploy_ramdisk", baremetal("deploy_ramdisk")),
          Map.entry("pxe_append_params", baremetal("pxe_append_params")));

  /** The switch manager that switches call, at an address of this host. */
  private static final String OPENFLOW = "openflow";

  /** Its keys, in the same way. */
  static final Map<String, OptionName> OPENFLOW_KEYS =
      Map.of("my_ip", new OptionName(OptionName.DEFAULT, "my_ip"));

  private static final Set<String> RAMDISK = Set.of("deploy_kernel", "deploy_ramdisk");

  private final NovaConf conf;

  BackendGroups(NovaConf conf) {
    this.conf = conf;
  }

  public BackendSettings power(String name) {
    return settings("power", name, Map.of());
  }

  public BackendSettings netswitch(String name) {
    return settings("netswitch", name, name.equals(OPENFLOW) ? OPENFLOW_KEYS : Map.of());
  }

  public BackendSettings deploy(String name) {
    return settings("deploy", name, name.equals(AGENT) ? AGENT_KEYS : Map.of());
  }

  /** The names of back ends that have a group, to be checked against those that were found. */
  public Set<String> named(String family) {
    return conf.assignments()
        .map(assignment -> assignment.name().group())
        .filter(group -> group.startsWith(family + ":"))
        .map(group -> group.substring(family.length() + 1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static boolean isBackend(String group) {
    int colon = group.indexOf(':');
    return colon > 0 && FAMILIES.contains(group.substring(0, colon)) && !group.endsWith(":");
  }

  private BackendSettings settings(String family, String name, Map<String, OptionName> older) {
    String group = family + ":" + name;
    Map<String, String> values = new LinkedHashMap<>();
    older.forEach((key, option) -> take(values, key, text(option)));
    conf.assignments()
        .map(assignment -> assignment.name())
        .filter(option -> option.group().equals(new OptionName(group, "").group()))
        .forEach(option -> values.put(option.key(), text(option)));
    return new BackendSettings(group, values);
  }

  private String text(OptionName option) {
    return Objects.requireNonNull(conf.find(option)).text();
  }

  /** Older releases had Glance ids where the ramdisk's files belong. */
  private static void take(Map<String, String> values, String key, String text) {
    if (RAMDISK.contains(key) ? text.startsWith("/") : !text.isEmpty()) {
      values.put(key, text);
    }
  }

  private static OptionName novabm(String key) {
    return new OptionName(NovabmSettings.GROUP, key);
  }

  private static OptionName baremetal(String key) {
    return new OptionName(BaremetalSettings.GROUP, key);
  }
}
