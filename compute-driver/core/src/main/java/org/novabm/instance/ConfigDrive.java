package org.novabm.instance;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.novabm.spi.MacAddress;
import org.novabm.spi.network.VlanId;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of an instance's config drive, in OpenStack's layout {@code openstack/latest} (Nova:
 * "Config drives", "Metadata service"), as cloud-init's ConfigDrive data source reads them.
 */
public final class ConfigDrive {

  private static final String FOLDER = "openstack/latest/";

  private final JsonMapper json = JsonMapper.builder().build();

  /**
   * The files by path. A network is on the card whose address the request names; where it names
   * none of the machine's, on the first one, which is the one that the switch port moves.
   *
   * @param macs of the machine's cards, the first one boots
   * @param vlans one for each network; the first is untagged on the port, others are links of their
   *     own on the card
   */
  public Map<String, byte[]> files(
      InstanceRequest request, List<MacAddress> macs, List<VlanId> vlans) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(FOLDER + "meta_data.json", json.writeValueAsBytes(metaData(request)));
    files.put(
        FOLDER + "network_data.json",
        json.writeValueAsBytes(new NetworkData(request.networks(), macs, vlans).json()));
    String userData = request.userData();
    if (userData != null) {
      files.put(FOLDER + "user_data", Base64.getMimeDecoder().decode(userData));
    }
    return files;
  }

  private static Map<String, Object> metaData(InstanceRequest request) {
    Map<String, Object> meta = new LinkedHashMap<>();
    meta.put("uuid", request.instance().toString());
    meta.put("name", request.name());
    meta.put("hostname", request.hostname());
    meta.put("launch_index", 0);
    meta.put("availability_zone", "nova");
    meta.put("meta", request.metadata());
    if (!request.publicKeys().isEmpty()) {
      meta.put("public_keys", request.publicKeys());
    }
    if (!request.context().project().isEmpty()) {
      meta.put("project_id", request.context().project());
    }
    return meta;
  }
}
