package org.novabm.api.v1;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.novabm.node.Node;
import org.novabm.node.NodeDetails;
import org.novabm.node.ResourceClass;
import org.novabm.node.SwitchPort;

/**
 * In which of the fields that may be changed two forms of a node differ.
 *
 * @param newPassword whether its BMC is to have another password than the stored one
 */
record NodeDifference(Node stored, Node wanted, boolean newPassword) {

  private static final String PASSWORD = "power.password";

  /** Names as in the body of a change, in its order. */
  List<String> fields() {
    Map<String, Object> other = values(wanted);
    List<String> names = new ArrayList<>();
    values(stored).forEach((name, value) -> addUnless(value.equals(other.get(name)), name, names));
    addUnless(!newPassword, PASSWORD, names);
    return names;
  }

  private static void addUnless(boolean same, String name, List<String> names) {
    if (!same) {
      names.add(name);
    }
  }

  /** What is stored where they differ, for a sentence; no password. */
  String storedText() {
    Map<String, Object> has = values(stored);
    return fields().stream()
        .map(name -> name.equals(PASSWORD) ? "another " + PASSWORD : name + " " + has.get(name))
        .collect(Collectors.joining(", "));
  }

  boolean isOfBmc() {
    return fields().stream().anyMatch(name -> name.startsWith("power."));
  }

  boolean isOfSwitchPort() {
    return !Objects.equals(stored.switchPort(), wanted.switchPort());
  }

  private static Map<String, Object> values(Node node) {
    SwitchPort port = node.switchPort();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("address", node.address());
    values.put("cpus", node.capacity().cpus());
    values.put("memory_mb", node.capacity().memoryMb());
    values.put("local_gb", node.capacity().localGb());
    values.put("power.address", node.power().display());
    values.put("power.user", node.power().user());
    values.put("power.manager", node.powerManager());
    values.put("terminal_port", node.terminalPort());
    values.put("firmware", node.firmware().name().toLowerCase(Locale.ROOT));
    values.put("switch_id", port == null ? "none" : port.switchId());
    values.put("switch_port", port == null ? "none" : port.port().text());
    putDetails(values, node.details());
    return values;
  }

  private static void putDetails(Map<String, Object> values, NodeDetails said) {
    ResourceClass ofClass = said.resourceClass();
    values.put("resource_class", ofClass == null ? "none" : ofClass.name());
    values.put("traits", said.traits());
    values.put("properties", said.properties());
    values.put("root_device", said.rootDevice().written());
    values.put("retired", Objects.requireNonNullElse(said.retiredText(), "no"));
    values.put("protected", Objects.requireNonNullElse(said.protectedText(), "no"));
    values.put(
        "deploy_interface", Objects.requireNonNullElse(said.backends().deploy(), "of nova.conf"));
    values.put(
        "boot_interface", Objects.requireNonNullElse(said.backends().boot(), "of the deployer"));
  }
}
