package org.novabm.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.novabm.node.NodeBackends;
import org.novabm.node.NodeDetails;
import org.novabm.node.ResourceClass;
import org.novabm.node.RootDeviceHints;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an operator says of a node. Columns that somebody left empty say nothing. A text that cannot
 * be understood is no reason to do without it, for it may keep an image off a disk: the node is
 * then left out of the pool, by name.
 */
@Entity
@Table(name = "node_details")
class DetailsRow {

  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, @Nullable String>> TEXTS =
      new TypeReference<>() {};

  @Id long nodeId;
  @Nullable String resourceClass;
  @Nullable String customClass;
  @Nullable String traits;
  @Nullable String properties;
  @Nullable String rootDevice;
  boolean retired;
  @Nullable String retiredReason;

  @Column(name = "is_protected")
  boolean isProtected;

  @Nullable String protectedReason;
  @Nullable String deployInterface;
  @Nullable String bootInterface;

  protected DetailsRow() {}

  DetailsRow(long node, NodeDetails details) {
    nodeId = node;
    ResourceClass ofClass = details.resourceClass();
    resourceClass = ofClass == null ? null : ofClass.name();
    customClass = ofClass == null ? null : ofClass.custom();
    traits = details.traits().isEmpty() ? null : " " + String.join(" ", details.traits()) + " ";
    properties = json(details.properties());
    rootDevice = json(details.rootDevice().written());
    retired = details.retirement() != null;
    retiredReason = details.retirement();
    isProtected = details.protection() != null;
    protectedReason = details.protection();
    deployInterface = details.backends().deploy();
    bootInterface = details.backends().boot();
  }

  /** Reads what is said. */
  static NodeDetails of(@Nullable DetailsRow row) {
    return row == null ? NodeDetails.NONE : row.toDetails();
  }

  private NodeDetails toDetails() {
    return new NodeDetails(
        resourceClass == null || resourceClass.isBlank() ? null : new ResourceClass(resourceClass),
        new TreeSet<>(
            Arrays.stream(orEmpty(traits).split("\\s+")).filter(it -> !it.isEmpty()).toList()),
        new TreeMap<>(texts("properties", properties)),
        RootDeviceHints.of(texts("root_device", rootDevice)),
        retired ? orEmpty(retiredReason) : null,
        isProtected ? orEmpty(protectedReason) : null,
        new NodeBackends(nameOrNull(deployInterface), nameOrNull(bootInterface)));
  }

  private static @Nullable String nameOrNull(@Nullable String name) {
    return name == null || name.isBlank() ? null : name;
  }

  private static @Nullable String json(Map<String, String> texts) {
    return texts.isEmpty() ? null : JSON.writeValueAsString(texts);
  }

  private static Map<String, String> texts(String column, @Nullable String json) {
    if (json == null || json.isBlank()) {
      return Map.of();
    }
    try {
      Map<String, @Nullable String> read = JSON.readValue(json, TEXTS);
      Map<String, String> texts = new TreeMap<>();
      if (read != null) {
        read.forEach((name, text) -> texts.put(name, orEmpty(text)));
      }
      return texts;
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          column + " of node_details is no JSON map of texts: " + e.getOriginalMessage(), e);
    }
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
