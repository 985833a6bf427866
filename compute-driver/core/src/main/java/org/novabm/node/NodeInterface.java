package org.novabm.node;

import org.jspecify.annotations.Nullable;
import org.novabm.spi.MacAddress;

/**
 * A network card of a node; one row of {@code bm_interfaces}.
 *
 * @param id row number; 0 before it is stored
 * @param mac unique among all nodes
 * @param datapathId OpenFlow datapath it is connected to, or null
 * @param portNo OpenFlow port number there, or null
 * @param vifUuid the tenant's port that it serves now, or null
 */
public record NodeInterface(
    long id,
    MacAddress mac,
    @Nullable String datapathId,
    @Nullable Integer portNo,
    @Nullable String vifUuid) {

  /** A card that nobody uses. */
  public static NodeInterface of(MacAddress mac) {
    return new NodeInterface(0, mac, null, null, null);
  }
}
