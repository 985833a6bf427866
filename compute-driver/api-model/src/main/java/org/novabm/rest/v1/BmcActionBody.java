package org.novabm.rest.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a BMC is to do.
 *
 * @param action {@code identify}, {@code restore-policy}, {@code secure-boot}, {@code insert-media}
 *     or {@code eject-media}
 * @param seconds for which the light shines; 0 switches it off
 * @param policy {@code always-off}, {@code previous} or {@code always-on}
 * @param enabled whether only what is signed boots
 * @param image an address that the BMC fetches a CD's image from
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BmcActionBody(
    @Nullable String action,
    @Nullable Integer seconds,
    @Nullable String policy,
    @Nullable Boolean enabled,
    @Nullable String image) {

  /** The light by which a machine is found in its rack. */
  public static BmcActionBody identify(int seconds) {
    return new BmcActionBody("identify", seconds, null, null, null);
  }
}
