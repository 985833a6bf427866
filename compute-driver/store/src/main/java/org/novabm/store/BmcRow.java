package org.novabm.store;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A name of a node's BMC, which no other node that is added may have. */
@Entity
@Table(name = "node_bmcs")
class BmcRow {

  /**
   * What is unique.
   *
   * @param twin 0, but on nodes of before that share their BMC
   */
  @Embeddable
  record Key(String bmc, long twin) {}

  @EmbeddedId Key key;
  long nodeId;

  // Hibernate fills the fields
  @SuppressWarnings("NullAway.Init")
  protected BmcRow() {}
}
