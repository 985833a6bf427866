package org.novabm.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.novabm.spi.Secret;
import org.novabm.store.secret.SecretBox;
import org.novabm.store.secret.SecretKind;
import org.springframework.jdbc.core.JdbcOperations;

/** Reads and writes the rows of {@code secrets}, inside the caller's transaction. */
record Passwords(SecretRows rows, SecretBox box, JdbcOperations jdbc) {

  void keep(SecretKind kind, long owner, Secret password) {
    if (password.isEmpty()) {
      rows.remove(kind, owner);
    } else {
      rows.put(kind.name(), owner, sealed(kind, owner, password));
    }
  }

  /** Of owners that are stored just now, and have none yet. */
  void keepNew(SecretKind kind, Map<Long, Secret> passwords) {
    List<Object[]> all = new ArrayList<>();
    passwords.forEach(
        (owner, password) -> {
          if (!password.isEmpty()) {
            all.add(new Object[] {kind.name(), owner, sealed(kind, owner, password)});
          }
        });
    jdbc.batchUpdate("insert into secrets (kind, owner_id, sealed) values (?, ?, ?)", all);
  }

  private byte[] sealed(SecretKind kind, long owner, Secret password) {
    return box.seal(password.reveal().getBytes(UTF_8), kind.purpose(owner));
  }

  Secret find(SecretKind kind, long owner) {
    byte[] sealed = rows.find(kind.name(), owner);
    return sealed == null ? Secret.EMPTY : open(kind, owner, sealed);
  }

  Secret open(SecretKind kind, long owner, byte[] sealed) {
    return Secret.of(new String(box.open(sealed, kind.purpose(owner)), UTF_8));
  }

  void forget(SecretKind kind, long owner) {
    rows.remove(kind, owner);
  }
}
