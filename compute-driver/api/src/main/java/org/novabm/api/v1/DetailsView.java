package org.novabm.api.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novabm.node.NodeDetails;
import org.novabm.node.ResourceClass;

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
record DetailsView(
    @JsonProperty("resource_class") @Nullable String resourceClass,
    Collection<String> traits,
    Map<String, String> properties,
    @JsonProperty("root_device") Map<String, String> rootDevice,
    boolean retired,
    @JsonProperty("retired_reason") @Nullable String retiredReason,
    @JsonProperty("protected") boolean isProtected,
    @JsonProperty("protected_reason") @Nullable String protectedReason,
    @JsonProperty("deploy_interface") @Nullable String deployInterface,
    @JsonProperty("boot_interface") @Nullable String bootInterface) {

  static DetailsView of(NodeDetails details) {
    ResourceClass ofClass = details.resourceClass();
    return new DetailsView(
        ofClass == null ? null : ofClass.name(),
        details.traits(),
        details.properties(),
        details.rootDevice().written(),
        details.isRetired(),
        details.retirement(),
        details.protection() != null,
        details.protection(),
        details.backends().deploy(),
        details.backends().boot());
  }
}
