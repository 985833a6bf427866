package org.novabm.netswitch.openvswitch;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One row as {@code ovs-vsctl --format=json} prints it: headings beside data, values in the
 * notation of RFC 7047, section 5.1, where a value that may be absent is {@code ["set",[]]}.
 */
record OvsTable(JsonNode headings, JsonNode row) {

  private static final JsonMapper JSON = new JsonMapper();

  /**
   * @throws IllegalArgumentException when the text is not a table of exactly one row
   */
  static OvsTable parse(String json) {
    JsonNode table = JSON.readTree(json);
    JsonNode rows = table.path("data");
    JsonNode headings = table.path("headings");
    if (rows.size() != 1 || rows.path(0).size() != headings.size()) {
      throw new IllegalArgumentException("not a table of one row");
    }
    return new OvsTable(headings, rows.path(0));
  }

  /** Empty when there is no value. */
  String text(String column) {
    JsonNode value = value(column);
    return value.isString() ? value.asString() : "";
  }

  /** 0 when there is no value. */
  int number(String column) {
    JsonNode value = value(column);
    return value.isInt() ? value.asInt() : 0;
  }

  boolean flag(String column) {
    return value(column).asBoolean(false);
  }

  List<Integer> numbers(String column) {
    JsonNode value = value(column);
    if (value.isInt()) {
      return List.of(value.asInt());
    }
    List<Integer> numbers = new ArrayList<>();
    value.path(1).forEach(number -> numbers.add(number.asInt()));
    return List.copyOf(numbers);
  }

  private JsonNode value(String column) {
    for (int i = 0; i < headings.size(); i++) {
      if (headings.path(i).asString().equals(column)) {
        return row.path(i);
      }
    }
    throw new IllegalArgumentException("no column " + column);
  }
}
