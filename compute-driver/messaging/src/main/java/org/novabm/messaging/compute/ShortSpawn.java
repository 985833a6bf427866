package org.novabm.messaging.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.novabm.instance.Flavor;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.RequestedNetwork;
import org.novabm.messaging.wire.Request;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * The short form {@code spawn}, for clients other than Nova; {@code docs/schemas/spawn.json}
 * describes it.
 */
final class ShortSpawn implements RequestReader {

  static final Set<String> REQUIRED = Set.of("instance_uuid", "image", "flavor");
  static final Set<String> OPTIONAL =
      Set.of("name", "hostname", "node", "networks", "user_data", "public_keys", "metadata");

  @Override
  public InstanceRequest read(Request request) throws UnusableValueException {
    Fields args = Fields.of(request.args(), "");
    UUID uuid = args.requiredUuid("instance_uuid");
    String name = Names.name(args, uuid);
    return new InstanceRequest(
        uuid,
        name,
        Names.hostname(args, name),
        flavor(args),
        ImageReader.readShort(args),
        args.uuid("node"),
        networks(args),
        UserData.read(args),
        Pairs.of(args.get("public_keys"), "public_keys"),
        Pairs.of(args.get("metadata"), "metadata"),
        Contexts.of(request));
  }

  private static Flavor flavor(Fields args) throws UnusableValueException {
    Fields flavor = args.child("flavor");
    flavor.only(Set.of("name", "memory_mb", "vcpus", "root_gb", "ephemeral_gb", "extra_specs"));
    if (!flavor.has("memory_mb") || !flavor.has("vcpus")) {
      throw new UnusableValueException("flavor", "must have 'memory_mb' and 'vcpus'");
    }
    return FlavorReader.flavor(
        flavor, Pairs.of(flavor.get("extra_specs"), flavor.path("extra_specs")));
  }

  private static List<RequestedNetwork> networks(Fields args) throws UnusableValueException {
    JsonNode value = args.get("networks");
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof ArrayNode list)) {
      throw new UnusableValueException("networks", "is not an array");
    }
    NetworkReader.bounded(list, "networks");
    List<RequestedNetwork> networks = new ArrayList<>();
    for (JsonNode item : list) {
      networks.add(network(item));
    }
    return networks;
  }

  private static RequestedNetwork network(JsonNode item) throws UnusableValueException {
    if (item.isString() && item.stringValue().length() <= 255) {
      return new RequestedNetwork(item.stringValue(), null);
    }
    if (!item.isObject()) {
      throw new UnusableValueException("networks", "holds neither an id nor an object");
    }
    Fields network = Fields.of(item, "networks");
    network.only(Set.of("id", "vlan"));
    return new RequestedNetwork(
        Objects.requireNonNullElse(network.text("id", 255), ""),
        NetworkReader.vlan(network, "vlan"));
  }
}
