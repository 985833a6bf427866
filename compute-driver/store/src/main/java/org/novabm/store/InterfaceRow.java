package org.novabm.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.novabm.node.NodeInterface;
import org.novabm.spi.MacAddress;

/**
 * A network card. It is removed for good, never marked deleted: its address must be free for
 * another node.
 */
@Entity
@Table(name = "bm_interfaces")
class InterfaceRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Nullable Long id;

  @Nullable Instant createdAt;
  @Nullable Boolean deleted = false;

  @Column(name = "bm_node_id")
  long nodeId;

  String address;
  @Nullable String datapathId;
  @Nullable Integer portNo;
  @Nullable String vifUuid;

  // Hibernate fills the fields
  @SuppressWarnings("NullAway.Init")
  protected InterfaceRow() {}

  InterfaceRow(long nodeId, NodeInterface card, Instant now) {
    this.nodeId = nodeId;
    this.address = card.mac().text();
    this.datapathId = card.datapathId();
    this.portNo = card.portNo();
    this.vifUuid = card.vifUuid();
    this.createdAt = now;
  }

  NodeInterface toInterface() {
    return new NodeInterface(
        id == null ? 0 : id, new MacAddress(address), datapathId, portNo, vifUuid);
  }
}
