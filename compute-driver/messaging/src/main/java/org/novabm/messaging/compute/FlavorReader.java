package org.novabm.messaging.compute;

import java.util.List;
import java.util.Map;
import org.novabm.instance.Flavor;
import org.novabm.messaging.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where the releases keep the flavor: a Flavor object, a dictionary in three places, or rows of
 * system metadata.
 */
final class FlavorReader {

  private static final String ROW = "instance_type_";

  private FlavorReader() {}

  static Flavor read(Fields args, Fields instance) throws UnusableValueException {
    Map<String, String> extraSpecs = extraSpecs(args, instance);
    for (Fields candidate : places(args, instance)) {
      if (candidate.has("memory_mb")) {
        return flavor(candidate, extraSpecs);
      }
    }
    if (instance.has("memory_mb")) {
      return new Flavor(
          "",
          instance.size("memory_mb"),
          instance.size("vcpus"),
          instance.size("root_gb"),
          instance.size("ephemeral_gb"),
          extraSpecs);
    }
    throw new UnusableValueException("instance.flavor", "is missing");
  }

  /** What the flavor says beyond sizes; from the first place that says anything. */
  static Map<String, String> extraSpecs(Fields args, Fields instance)
      throws UnusableValueException {
    for (Fields candidate : places(args, instance)) {
      Map<String, String> specs =
          Pairs.of(candidate.get("extra_specs"), candidate.path("extra_specs"));
      if (!specs.isEmpty()) {
        return specs;
      }
    }
    return Map.of();
  }

  private static List<Fields> places(Fields args, Fields instance) throws UnusableValueException {
    Fields spec = args.child("request_spec");
    return List.of(
        instance.child("flavor"),
        args.child("filter_properties").child("instance_type"),
        spec.child("flavor"),
        spec.child("instance_type"),
        instance.child("instance_type"),
        fromRows(instance));
  }

  static Flavor flavor(Fields fields, Map<String, String> extraSpecs)
      throws UnusableValueException {
    String name = fields.text("name", 255);
    return new Flavor(
        name == null ? "" : name,
        fields.size("memory_mb"),
        fields.size("vcpus"),
        fields.size("root_gb"),
        fields.size("ephemeral_gb"),
        extraSpecs);
  }

  private static Fields fromRows(Fields instance) throws UnusableValueException {
    ObjectNode flavor = Json.object();
    Map<String, String> rows =
        Pairs.of(instance.get("system_metadata"), instance.path("system_metadata"));
    for (String name : List.of("name", "memory_mb", "vcpus", "root_gb", "ephemeral_gb")) {
      String value = rows.get(ROW + name);
      if (value != null) {
        flavor.put(name, value);
      }
    }
    return Fields.of(flavor, instance.path("system_metadata"));
  }
}
