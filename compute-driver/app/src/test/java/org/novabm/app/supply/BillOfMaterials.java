package org.novabm.app.supply;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The libraries of others in a CycloneDX bill of materials (version 1.6, JSON).
 *
 * @param libraries by {@code group:name}
 */
record BillOfMaterials(SortedMap<String, Library> libraries) {

  /** A library's version, and its jar's SHA-256 in hexadecimal digits. */
  record Library(String version, String sha256) {}

  static BillOfMaterials read(Path file) throws IOException {
    SortedMap<String, Library> libraries = new TreeMap<>();
    for (JsonNode one : JsonMapper.shared().readTree(file.toFile()).path("components")) {
      String group = one.path("group").asString("");
      if (!group.equals("org.novabm")) {
        libraries.put(
            group + ":" + one.path("name").asString(""),
            new Library(one.path("version").asString(""), sha256(one)));
      }
    }
    return new BillOfMaterials(libraries);
  }

  private static String sha256(JsonNode component) {
    for (JsonNode hash : component.path("hashes")) {
      if (hash.path("alg").asString("").equals("SHA-256")) {
        return hash.path("content").asString("");
      }
    }
    return "none";
  }

  /** One line a library, as it is kept in the checkout. */
  String lines() {
    StringBuilder lines = new StringBuilder();
    libraries.forEach(
        (name, library) ->
            lines
                .append(library.sha256())
                .append("  ")
                .append(name)
                .append(':')
                .append(library.version())
                .append('\n'));
    return lines.toString();
  }
}
