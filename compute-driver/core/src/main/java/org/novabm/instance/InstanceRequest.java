package org.novabm.instance;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.deploy.ImageRef;

/**
 * A spawn, whole: everything that is needed to do it again after a restart.
 *
 * @param instance the instance's uuid; one instance a node, always
 * @param name Nova's name of the instance, for example {@code instance-00000007}
 * @param hostname what the machine will call itself
 * @param flavor how large it is to be
 * @param image what goes on the disk
 * @param node uuid of the node the scheduler chose; null to let the pool choose
 * @param networks the first one becomes the port's untagged VLAN
 * @param userData for the config drive, base64 as Nova sends it; null for none
 * @param publicKeys OpenSSH public keys by name, for the config drive
 * @param metadata for the config drive
 * @param context who asked
 */
public record InstanceRequest(
    UUID instance,
    String name,
    String hostname,
    Flavor flavor,
    ImageRef image,
    @Nullable UUID node,
    List<RequestedNetwork> networks,
    @Nullable String userData,
    Map<String, String> publicKeys,
    Map<String, String> metadata,
    RequestContext context) {

  public InstanceRequest {
    networks = List.copyOf(networks);
    publicKeys = Map.copyOf(publicKeys);
    metadata = Map.copyOf(metadata);
  }
}
