package org.novabm.rest.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a node, as shown.
 *
 * @param resourceClass null when nobody said
 * @param rootDevice hints as they were written
 * @param retiredReason null when it is not retired
 * @param protectedReason null when it is not protected
 * @param deployInterface null for the one of nova.conf
 * @param bootInterface null for the deployer's usual one
 */
public record DetailsView(
    @JsonProperty("resource_class") @Nullable String resourceClass,
    List<String> traits,
    Map<String, String> properties,
    @JsonProperty("root_device") Map<String, String> rootDevice,
    boolean retired,
    @JsonProperty("retired_reason") @Nullable String retiredReason,
    @JsonProperty("protected") boolean isProtected,
    @JsonProperty("protected_reason") @Nullable String protectedReason,
    @JsonProperty("deploy_interface") @Nullable String deployInterface,
    @JsonProperty("boot_interface") @Nullable String bootInterface) {

  public DetailsView {
    traits = Absent.orEmpty(traits);
    properties = Absent.orEmpty(properties);
    rootDevice = Absent.orEmpty(rootDevice);
  }
}
