package org.novabm.power.redfish;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is asked.
 *
 * @param path below {@code /redfish/}
 * @param body null for none
 * @param tag for If-Match; null for none
 */
record BmcRequest(String method, String path, @Nullable JsonNode body, @Nullable String tag) {

  static BmcRequest get(String path) {
    return new BmcRequest("GET", path, null, null);
  }

  static BmcRequest post(String path, JsonNode body) {
    return new BmcRequest("POST", path, body, null);
  }

  static BmcRequest delete(String path) {
    return new BmcRequest("DELETE", path, null, null);
  }

  BmcRequest at(String otherPath) {
    return new BmcRequest(method, otherPath, body, tag);
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
