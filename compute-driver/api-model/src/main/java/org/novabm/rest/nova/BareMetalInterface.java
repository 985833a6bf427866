package org.novabm.rest.nova;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** A network card as Nova's extension shows it. */
public record BareMetalInterface(
    long id,
    String address,
    @JsonProperty("datapath_id") @Nullable String datapathId,
    @JsonProperty("port_no") @Nullable Integer portNo) {}
