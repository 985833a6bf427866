package org.novabm.rest.nova;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /{id}/action}: exactly one of its parts is there. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NodeAction(
    @JsonProperty("add_interface") @Nullable AddInterface addInterface,
    @JsonProperty("remove_interface") @Nullable RemoveInterface removeInterface) {

  /** A card to be added. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record AddInterface(
      @Nullable String address,
      @JsonProperty("datapath_id") @Nullable String datapathId,
      @JsonProperty("port_no") @Nullable Integer portNo) {}

  /** When both are given, both must match. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record RemoveInterface(@Nullable Long id, @Nullable String address) {}
}
