package org.novabm.rack.junos;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** Configurations as {@code show | compare} tells them apart. */
final class ConfigurationText {

  private ConfigurationText() {}

  /** The statements that went and came, each under its level; empty when there are none. */
  static String difference(Element before, Element after) {
    Map<String, Set<String>> old = statements(before);
    Map<String, Set<String>> fresh = statements(after);
    Set<String> levels = new LinkedHashSet<>(old.keySet());
    levels.addAll(fresh.keySet());
    StringBuilder text = new StringBuilder();
    for (String level : levels) {
      List<String> lines = new ArrayList<>();
      Set<String> gone = old.getOrDefault(level, Set.of());
      Set<String> come = fresh.getOrDefault(level, Set.of());
      gone.stream()
          .filter(it -> !come.contains(it) && !fresh.containsKey(level + " " + it))
          .forEach(it -> lines.add("-  " + it + ";"));
      come.stream()
          .filter(it -> !gone.contains(it) && !old.containsKey(level + " " + it))
          .forEach(it -> lines.add("+  " + it + ";"));
      if (!lines.isEmpty()) {
        text.append("[edit").append(level).append("]\n");
        lines.forEach(line -> text.append(line).append('\n'));
      }
    }
    return text.toString();
  }

  private static Map<String, Set<String>> statements(Element configuration) {
    Map<String, Set<String>> statements = new LinkedHashMap<>();
    collect(configuration, "", statements);
    return statements;
  }

  private static void collect(Element here, String level, Map<String, Set<String>> into) {
    for (Element child : JunosXml.children(here)) {
      String name = JunosXml.name(child);
      String key = JunosXml.textAt(child, "name");
      if (!JunosXml.children(child).isEmpty()) {
        String step = key == null ? name : isListItself(name) ? key : name + " " + key;
        collect(child, level + " " + step, into);
        if (key != null && JunosXml.children(child).size() == 1) {
          add(into, level, step);
        }
      } else if (!name.equals("name")) {
        String value = child.getTextContent().strip();
        add(into, level, value.isEmpty() ? name : name + " " + value);
      }
    }
  }

  private static void add(Map<String, Set<String>> into, String level, String statement) {
    into.computeIfAbsent(level, _ -> new LinkedHashSet<>()).add(statement);
  }

  /** Lists whose entries stand right below the plural: {@code interfaces ge-0/0/1}. */
  private static boolean isListItself(String name) {
    return name.equals("interface") || name.equals("vlan");
  }
}
