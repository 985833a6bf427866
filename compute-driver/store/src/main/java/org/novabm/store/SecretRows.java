package org.novabm.store;

import org.jspecify.annotations.Nullable;
import org.novabm.store.secret.SecretKind;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Table {@code secrets}. */
interface SecretRows extends Repository<SecretRow, SecretRow.Owner> {

  @Query(
      nativeQuery = true,
      value = "select sealed from secrets where kind = :kind and owner_id = :owner")
  byte @Nullable [] find(String kind, long owner);

  @Modifying
  @Query(
      nativeQuery = true,
      value =
          """
          insert into secrets (kind, owner_id, sealed) values (:kind, :owner, :sealed)
          on duplicate key update sealed = values(sealed)
          """)
  void put(String kind, long owner, byte[] sealed);

  @Modifying
  @Query("delete from SecretRow s where s.owner.kind = :kind and s.owner.ownerId = :owner")
  void remove(SecretKind kind, long owner);
}
