package org.novabm.store;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.novabm.store.secret.SecretKind;

/** An encrypted password. */
@Entity
@Table(name = "secrets")
class SecretRow {

  /** Whose it is. */
  @Embeddable
  record Owner(@Enumerated(EnumType.STRING) SecretKind kind, long ownerId) {}

  @EmbeddedId Owner owner;
  byte[] sealed;

  // Hibernate fills the fields
  @SuppressWarnings("NullAway.Init")
  protected SecretRow() {}

  SecretRow(Owner owner, byte[] sealed) {
    this.owner = owner;
    this.sealed = sealed;
  }
}
