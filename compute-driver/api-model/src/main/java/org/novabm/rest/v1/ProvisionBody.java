package org.novabm.rest.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a node.
 *
 * @param target {@code manage}: its BMC is tried, and it is offered to nobody; {@code inspect}: its
 *     BMC is asked what machine it is, which becomes its properties; {@code clean}: it is brought
 *     to rest; {@code provide}: it is made ready and offered; {@code adopt}: what runs on it
 *     becomes an instance; {@code release}: it is not believed to be busy any more
 * @param instance as what a machine that is adopted is known; with {@code adopt} alone
 * @param force releases it also with an instance on it, which is ended on record, or with a task
 *     under way, which is given up first
 * @param reason why it is released, up to 255 characters
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProvisionBody(
    @Nullable String target,
    @Nullable InstanceBody instance,
    @Nullable Boolean force,
    @Nullable String reason) {

  /** A verb that is asked for by its name alone. */
  public static ProvisionBody to(String target) {
    return new ProvisionBody(target, null, null, null);
  }
}
