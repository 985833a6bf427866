package org.novabm.messaging.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.novabm.instance.RequestedNetwork;
import org.novabm.messaging.wire.BadMessageException;
import org.novabm.messaging.wire.Json;
import org.novabm.messaging.wire.NovaObject;
import org.novabm.spi.MacAddress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Which networks of a Nova request: {@code requested_networks} as lists (network, ip, port, ...) or
 * objects, with the VLAN out of the cached network information where there is one.
 */
final class NetworkReader {

  /** More than this is no request of a machine with a handful of network cards. */
  static final int MOST = 64;

  private static final int LONGEST = 255;

  private NetworkReader() {}

  static List<RequestedNetwork> read(Fields args, Fields instance) throws UnusableValueException {
    List<Vif> vifs = vifs(instance);
    ArrayNode requested = NovaObject.items(args.get("requested_networks"));
    if (requested == null) {
      requested = NovaObject.items(args.child("request_spec").get("requested_networks"));
    }
    List<RequestedNetwork> networks = new ArrayList<>();
    if (requested != null) {
      bounded(requested, "requested_networks");
      for (JsonNode item : requested) {
        Wanted wanted = wanted(item);
        if (!wanted.automatic()) {
          networks.add(joined(wanted, vifs));
        }
      }
    }
    if (networks.isEmpty()) {
      vifs.forEach(vif -> networks.add(vif.requested()));
    }
    return networks;
  }

  /** What the instance is plugged into, as Nova knows it; empty when Nova does not know. */
  static List<RequestedNetwork> plugged(Fields instance) throws UnusableValueException {
    return vifs(instance).stream().map(Vif::requested).toList();
  }

  /** Null is fine: the configuration tells then. */
  static @Nullable Integer vlan(Fields fields, String name) throws UnusableValueException {
    if (!fields.has(name)) {
      return null;
    }
    int vlan = fields.size(name);
    if (vlan < 1 || vlan > 4094) {
      throw new UnusableValueException(fields.path(name), "is not between 1 and 4094");
    }
    return vlan;
  }

  static void bounded(ArrayNode list, String path) throws UnusableValueException {
    if (list.size() > MOST) {
      throw new UnusableValueException(path, "has more than " + MOST + " entries");
    }
  }

  private static RequestedNetwork joined(Wanted wanted, List<Vif> vifs) {
    for (Vif vif : vifs) {
      if (wanted.port() != null
          ? wanted.port().equals(vif.id())
          : wanted.network().equals(vif.network())) {
        return vif.requested();
      }
    }
    return new RequestedNetwork(wanted.network(), null);
  }

  private static Wanted wanted(JsonNode item) throws UnusableValueException {
    if (item instanceof ArrayNode list) {
      // Juno and Kilo append more than the port
      return new Wanted(text(list.path(0)), list.size() > 2 ? nullable(list.path(2)) : null);
    }
    Fields fields = Fields.of(item, "requested_networks");
    String network = fields.text("network_id", LONGEST);
    return new Wanted(network == null ? "" : network, fields.text("port_id", LONGEST));
  }

  /** The cached network information is JSON in a text, in every release. */
  private static List<Vif> vifs(Fields instance) throws UnusableValueException {
    Fields cache = instance.child("info_cache");
    JsonNode info = cache.get("network_info");
    if (info != null && info.isString()) {
      info = parsed(info.stringValue(), cache.path("network_info"));
    }
    ArrayNode list = NovaObject.items(info);
    List<Vif> vifs = new ArrayList<>();
    if (list != null) {
      bounded(list, cache.path("network_info"));
      for (JsonNode item : list) {
        vifs.add(vif(Fields.of(item, cache.path("network_info"))));
      }
    }
    return vifs;
  }

  private static Vif vif(Fields vif) throws UnusableValueException {
    Fields network = vif.child("network");
    Integer vlan = vlan(network.child("meta"), "vlan");
    if (vlan == null) {
      vlan = vlan(vif.child("details"), "vlan");
    }
    return new Vif(
        Objects.requireNonNullElse(vif.text("id", LONGEST), ""),
        new RequestedNetwork(
            Objects.requireNonNullElse(network.text("id", LONGEST), ""),
            vlan,
            mac(vif),
            mtu(network.child("meta")),
            SubnetReader.read(network)));
  }

  private static @Nullable MacAddress mac(Fields vif) throws UnusableValueException {
    String address = vif.text("address", LONGEST);
    if (address == null || !MacAddress.isOne(address)) {
      // ports of other kinds have none; the first card is meant then
      return null;
    }
    return new MacAddress(address);
  }

  /** Null and 0 are Neutron's words for "nobody said so". */
  private static @Nullable Integer mtu(Fields meta) throws UnusableValueException {
    int mtu = meta.size("mtu");
    return mtu == 0 ? null : mtu;
  }

  private static JsonNode parsed(String text, String path) throws UnusableValueException {
    try {
      return Json.parse(text.isBlank() ? "[]" : text);
    } catch (BadMessageException e) {
      throw new UnusableValueException(path, "is not valid JSON");
    }
  }

  private static String text(JsonNode value) throws UnusableValueException {
    String text = nullable(value);
    return text == null ? "" : text;
  }

  private static @Nullable String nullable(JsonNode value) throws UnusableValueException {
    if (value.isNull() || value.isMissingNode()) {
      return null;
    }
    if (!value.isString() || value.stringValue().length() > LONGEST) {
      throw new UnusableValueException(
          "requested_networks", "holds an id that is not a short string");
    }
    return value.stringValue();
  }

  /** An entry of the request; a port alone is allowed. */
  private record Wanted(String network, @Nullable String port) {

    /** Words of Nova's API in the place of an id. */
    boolean automatic() {
      return port == null && (network.equals("auto") || network.equals("none"));
    }
  }

  /** A port as Nova knows it. */
  private record Vif(String id, RequestedNetwork requested) {

    String network() {
      return requested.id();
    }
  }
}
