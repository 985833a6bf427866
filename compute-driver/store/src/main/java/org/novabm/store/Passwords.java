package org.novabm.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.novabm.spi.Secret;
import org.novabm.store.secret.SecretBox;
import org.novabm.store.secret.SecretKind;

/** Reads and writes the rows of {@code secrets}, inside the caller's transaction. */
record Passwords(SecretRows rows, SecretBox box) {

  void keep(SecretKind kind, long owner, Secret password) {
    if (password.isEmpty()) {
      rows.remove(kind, owner);
    } else {
      rows.put(
          kind.name(), owner, box.seal(password.reveal().getBytes(UTF_8), kind.purpose(owner)));
    }
  }

  Secret find(SecretKind kind, long owner) {
    byte[] sealed = rows.find(kind, owner);
    return sealed == null ? Secret.EMPTY : open(kind, owner, sealed);
  }

  Secret open(SecretKind kind, long owner, byte[] sealed) {
    return Secret.of(new String(box.open(sealed, kind.purpose(owner)), UTF_8));
  }

  void forget(SecretKind kind, long owner) {
    rows.remove(kind, owner);
  }
}
