package org.novabm.netswitch.openvswitch;

import java.util.List;
import org.novabm.netswitch.openvswitch.ovsdb.Value;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Operations that the database does together or not at all (RFC 7047, section 5.2). Each write is
 * guarded by a wait for the very values that were read.
 */
final class Transaction {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ArrayNode operations = JSON.arrayNode();

  /** A select of each table of {@link Snapshot}. */
  static ArrayNode reading() {
    ArrayNode selects = JSON.arrayNode();
    Snapshot.TABLES.forEach(
        table -> selects.add(select(table, Snapshot.COLUMNS.getOrDefault(table, List.of()))));
    return selects;
  }

  /** What is told of the switch's progress. */
  static ArrayNode monitoring(String database, String monitor) {
    ObjectNode what = JSON.objectNode();
    what.putObject("Open_vSwitch").putArray("columns").add("cur_cfg");
    return JSON.arrayNode().add(database).add(monitor).add(what);
  }

  static ArrayNode cancelling(String monitor) {
    return JSON.arrayNode().add(monitor);
  }

  /** Sets the port's columns, if they are as they were read. */
  Transaction set(PortRow port, PortVlans vlans) {
    operations.add(guard(port));
    ObjectNode update = operation("update", "Port");
    update.set("where", row(port.id()));
    update.set("row", vlans.row());
    operations.add(update);
    return this;
  }

  /** Puts new ports on a bridge in the place of old ones, whose interfaces they share out. */
  Transaction replace(String bridge, List<PortRow> gone, List<NewPort> made) {
    ArrayNode inserted = JSON.arrayNode();
    for (PortRow port : gone) {
      operations.add(guard(port));
    }
    for (NewPort port : made) {
      String handle = "port" + operations.size();
      ObjectNode insert = operation("insert", "Port");
      insert.put("uuid-name", handle);
      insert.set("row", port.row());
      operations.add(insert);
      inserted.add(JSON.arrayNode().add("named-uuid").add(handle));
    }
    ObjectNode mutate = operation("mutate", "Bridge");
    mutate.putArray("where").add(JSON.arrayNode().add("name").add("==").add(bridge));
    ArrayNode mutations = mutate.putArray("mutations");
    mutations.add(
        JSON.arrayNode()
            .add("ports")
            .add("delete")
            .add(Value.set(gone.stream().map(PortRow::id).toList(), Value::id)));
    mutations.add(
        JSON.arrayNode().add("ports").add("insert").add(JSON.arrayNode().add("set").add(inserted)));
    operations.add(mutate);
    return this;
  }

  private static ObjectNode guard(PortRow port) {
    ObjectNode wait = operation("wait", "Port");
    wait.put("timeout", 0).put("until", "==");
    wait.set("where", row(port.id()));
    ObjectNode row = port.vlans().row();
    row.set("interfaces", NewPort.interfaces(port.cards()));
    ArrayNode columns = wait.putArray("columns");
    row.propertyNames().forEach(columns::add);
    wait.putArray("rows").add(row);
    return wait;
  }

  /** The operations and the request that the switch carry them out, with its number. */
  ArrayNode counted() {
    ObjectNode count = operation("mutate", "Open_vSwitch");
    count.putArray("where");
    count.putArray("mutations").add(JSON.arrayNode().add("next_cfg").add("+=").add(1));
    return JSON.arrayNode()
        .addAll(operations)
        .add(count)
        .add(select("Open_vSwitch", List.of("next_cfg")));
  }

  private static ObjectNode select(String table, List<String> columns) {
    ObjectNode select = operation("select", table);
    select.putArray("where");
    ArrayNode names = select.putArray("columns");
    columns.forEach(names::add);
    return select;
  }

  private static ObjectNode operation(String operation, String table) {
    return JSON.objectNode().put("op", operation).put("table", table);
  }

  /** A where clause for the row of that id. */
  private static ArrayNode row(String id) {
    return JSON.arrayNode().add(JSON.arrayNode().add("_uuid").add("==").add(Value.id(id)));
  }
}
