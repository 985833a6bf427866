package org.novabm.rest.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a BMC says of itself and its machine. What it does not have, or the power manager cannot
 * read, is left out.
 *
 * @param restorePolicy what the machine does when mains power comes back
 * @param secureBoot whether only what is signed boots the next time
 * @param media the image in the virtual drive
 * @param troubles what could not be read, and why
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BmcView(
    String address,
    @Nullable IdentityView identity,
    @JsonProperty("restore_policy") @Nullable String restorePolicy,
    @JsonProperty("secure_boot") @Nullable Boolean secureBoot,
    @Nullable String media,
    @Nullable InventoryView inventory,
    @Nullable List<SensorView> sensors,
    @Nullable List<EventView> events,
    List<String> troubles) {

  public BmcView {
    troubles = Absent.orEmpty(troubles);
  }

  /**
   * What a BMC says it is (IPMI 2.0, section 20.1).
   *
   * @param manufacturer IANA enterprise number
   * @param product the manufacturer's product number
   * @param firmware revision as {@code major.minor}
   */
  public record IdentityView(int manufacturer, int product, String firmware) {}

  /** What is written on the machine and its parts; empty where nothing is. */
  public record InventoryView(
      String manufacturer,
      String product,
      String part,
      String serial,
      @JsonProperty("board_serial") String boardSerial,
      String asset) {}

  /**
   * A sensor.
   *
   * @param value null when it says nothing, or no number
   */
  public record SensorView(
      String name, String kind, @Nullable Double value, String unit, String health) {}

  /**
   * An entry of the log.
   *
   * @param time null when the BMC did not know it
   */
  public record EventView(int id, @Nullable String time, String source, String text) {}
}
