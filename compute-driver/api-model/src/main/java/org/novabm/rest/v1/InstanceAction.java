package org.novabm.rest.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of an action on an instance. All but the first two fields are a rebuild's, which needs
 * the image; what else it leaves out is taken over from what is on record. Flavor and node stay
 * what they are.
 *
 * @param action {@code start}, {@code stop}, {@code reboot}, {@code rebuild} or {@code cancel}
 * @param manner {@code soft} asks the operating system first, {@code hard} cuts the power at once;
 *     a stop is soft and a reboot is hard unless said
 * @param name also the machine's own name, as far as it can be one
 * @param networks the first one becomes the port's untagged VLAN
 * @param userData base64, as Nova sends it
 * @param publicKeys OpenSSH public keys by name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InstanceAction(
    @Nullable String action,
    @Nullable String manner,
    InstanceBody.@Nullable Image image,
    @Nullable String name,
    @Nullable List<InstanceBody.Network> networks,
    @JsonProperty("user_data") @Nullable String userData,
    @JsonProperty("public_keys") @Nullable Map<String, String> publicKeys,
    @Nullable Map<String, String> metadata) {}
