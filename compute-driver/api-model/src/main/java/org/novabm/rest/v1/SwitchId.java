package org.novabm.rest.v1;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Another switch, or none, in a change: the two differ from a field that is left out. Whoever reads
 * such a field tells Jackson how, for no annotation does.
 *
 * @param number of a switch; null for none
 */
public record SwitchId(@Nullable @JsonValue Long number) {

  /** The node is at no switch. */
  public static final SwitchId NONE = new SwitchId(null);
}
