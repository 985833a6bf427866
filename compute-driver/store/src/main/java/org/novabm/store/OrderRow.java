package org.novabm.store;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.deploy.AgentContact;
import org.novabm.spi.deploy.DeployOrder;
import org.novabm.spi.deploy.OpenOrder;
import org.novabm.store.secret.SealedJson;

/**
 * A deployer's order; the order itself is encrypted, for its config drive holds keys and user data.
 */
@Entity
@Table(name = "deploy_orders")
class OrderRow {

  @Id
  @JdbcTypeCode(SqlTypes.VARCHAR)
  UUID deployment;

  byte[] payload;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  AgentContact.Phase phase;

  @Nullable String image;
  @Nullable String dossier;
  @Nullable String peerAddress;
  @Nullable String sessionDigest;
  @Nullable Instant expires;
  long bytes;
  long total;
  @Nullable String reason;
  @Nullable String note;
  long version;

  // Hibernate fills the fields
  @SuppressWarnings("NullAway.Init")
  protected OrderRow() {}

  OrderRow(DeployOrder order, AgentContact contact, SealedJson json, long version) {
    deployment = order.deployment();
    payload = json.seal(order, purpose(deployment));
    phase = contact.phase();
    image = contact.image();
    dossier = contact.dossier();
    peerAddress = contact.peerAddress();
    sessionDigest = contact.sessionDigest();
    Instant end = contact.expires();
    expires = end == null ? null : Stored.time(end);
    bytes = contact.bytes();
    total = contact.total();
    reason = Stored.text(contact.reason());
    note = Stored.text(contact.note());
    this.version = version;
  }

  OpenOrder toOrder(SealedJson json) {
    return new OpenOrder(
        json.open(payload, DeployOrder.class, purpose(deployment)),
        new AgentContact(
            phase, image, dossier, peerAddress, sessionDigest, expires, bytes, total, reason, note),
        version);
  }

  private static String purpose(UUID deployment) {
    return "order/" + deployment;
  }
}
