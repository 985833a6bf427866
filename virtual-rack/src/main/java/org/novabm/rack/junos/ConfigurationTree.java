package org.novabm.rack.junos;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Edits a configuration as NETCONF asks for (RFC 6241, section 7.2): list entries are told apart by
 * their {@code name}, entries of leaf lists by their text.
 */
final class ConfigurationTree {

  private static final Set<String> LEAF_LISTS = Set.of("members");

  /** Statements that are gone when nothing is left in them. */
  private static final Set<String> CONTAINERS =
      Set.of("vlan", "family", "ether-options", "ieee-802.3ad", "interfaces", "vlans");

  private ConfigurationTree() {}

  static Element copy(Element tree) {
    return (Element) tree.cloneNode(true);
  }

  /**
   * Applies the children of {@code edit} to {@code target}.
   *
   * @param byDefault what is done where nothing is said: merge, replace or none
   */
  static void edit(Element target, Element edit, String byDefault) throws NetconfError {
    for (Element wanted : JunosXml.children(edit)) {
      one(target, wanted, operation(wanted, byDefault));
    }
    for (Element child : JunosXml.children(target)) {
      if (CONTAINERS.contains(JunosXml.name(child))
          && child.getTextContent().isBlank()
          && empty(child)) {
        target.removeChild(child);
      }
    }
  }

  private static boolean empty(Element element) {
    return JunosXml.children(element).isEmpty();
  }

  private static void one(Element target, Element wanted, String operation) throws NetconfError {
    Element present = match(target, wanted);
    switch (operation) {
      case "delete", "remove" -> delete(target, wanted, operation.equals("delete"));
      case "create" -> {
        if (present != null) {
          throw error("data-exists", "statement already exists", wanted);
        }
        add(target, wanted);
      }
      case "replace" -> {
        if (present != null) {
          target.removeChild(present);
        }
        add(target, wanted);
      }
      case "merge", "none" -> merge(target, wanted, present, operation);
      default -> throw error("bad-attribute", "unknown operation " + operation, wanted);
    }
  }

  private static void merge(
      Element target, Element wanted, @Nullable Element present, String operation)
      throws NetconfError {
    if (present == null) {
      add(target, wanted);
    } else if (empty(wanted)) {
      present.setTextContent(wanted.getTextContent().strip());
    } else {
      edit(present, wanted, operation);
    }
  }

  private static void add(Element target, Element wanted) throws NetconfError {
    Element fresh = target.getOwnerDocument().createElement(JunosXml.name(wanted));
    target.appendChild(fresh);
    if (empty(wanted)) {
      fresh.setTextContent(wanted.getTextContent().strip());
    } else {
      edit(fresh, wanted, "merge");
    }
  }

  private static void delete(Element target, Element wanted, boolean mustBeThere)
      throws NetconfError {
    List<Element> doomed =
        JunosXml.children(target, JunosXml.name(wanted)).stream()
            .filter(present -> key(wanted).isEmpty() || key(wanted).equals(key(present)))
            .toList();
    if (doomed.isEmpty() && mustBeThere) {
      throw error("data-missing", "statement not found", wanted);
    }
    doomed.forEach(target::removeChild);
  }

  private static @Nullable Element match(Element target, Element wanted) {
    return JunosXml.children(target, JunosXml.name(wanted)).stream()
        .filter(present -> key(present).equals(key(wanted)))
        .findFirst()
        .orElse(null);
  }

  /** What tells entries of one list apart; empty for what is no list. */
  private static String key(Element element) {
    if (LEAF_LISTS.contains(JunosXml.name(element))) {
      return element.getTextContent().strip();
    }
    String name = JunosXml.textAt(element, "name");
    return name == null ? "" : name;
  }

  private static String operation(Element element, String byDefault) {
    String said = JunosXml.attribute(element, "operation");
    if (!said.isEmpty()) {
      return said;
    }
    return JunosXml.attribute(element, "delete").isEmpty() ? byDefault : "delete";
  }

  private static NetconfError error(String tag, String message, Element about) {
    return new NetconfError(
        "protocol",
        tag,
        message + ": " + JunosXml.name(about),
        "<bad-element>" + JunosXml.name(about) + "</bad-element>");
  }

  /** What of the tree a subtree filter asks for (RFC 6241, section 6); null for nothing. */
  static @Nullable Element select(Element tree, Element filter) {
    List<Element> asked = JunosXml.children(filter);
    List<Element> keys = asked.stream().filter(ConfigurationTree::isContentMatch).toList();
    if (!keys.stream().allMatch(key -> holds(tree, key))) {
      return null;
    }
    if (keys.size() == asked.size()) {
      return copy(tree);
    }
    Element chosen = (Element) tree.cloneNode(false);
    for (Element part : asked) {
      for (Element present : JunosXml.children(tree, JunosXml.name(part))) {
        Element selected = isContentMatch(part) ? copy(present) : select(present, part);
        if (selected != null) {
          chosen.appendChild(selected);
        }
      }
    }
    return empty(chosen) ? null : chosen;
  }

  private static boolean isContentMatch(Element filter) {
    return empty(filter) && !filter.getTextContent().isBlank();
  }

  private static boolean holds(Element tree, Element key) {
    return JunosXml.children(tree, JunosXml.name(key)).stream()
        .anyMatch(it -> it.getTextContent().strip().equals(key.getTextContent().strip()));
  }
}
