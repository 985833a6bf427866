package org.novabm.api.nova;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.novabm.node.NodeInterface;

/** A network card as Nova's extension shows it. */
record BareMetalInterface(
    long id,
    String address,
    @JsonProperty("datapath_id") @Nullable String datapathId,
    @JsonProperty("port_no") @Nullable Integer portNo) {

  static BareMetalInterface of(NodeInterface card) {
    return new BareMetalInterface(card.id(), card.mac().text(), card.datapathId(), card.portNo());
  }
}
