package org.novabm.conf.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.Secret;
import org.novabm.store.secret.OwnerFile;

/**
 * The token that a service made for itself, for tools of the same account.
 *
 * @param path readable by its owner alone
 */
public record TokenFile(Path path) {

  private static final int TOKEN_BYTES = 32;
  private static final int LONGEST = 1024;

  /** Below the folder where a service keeps its state. */
  public static TokenFile in(Path state) {
    return new TokenFile(state.resolve("api_token"));
  }

  /**
   * The token; made when there is none.
   *
   * @throws IllegalStateException when others may read the file
   * @throws UncheckedIOException when it cannot be read or made
   */
  public Secret load() {
    OwnerFile file = new OwnerFile(path, "token file");
    try {
      if (!Files.exists(path)) {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        file.create(HexFormat.of().formatHex(bytes));
      }
      file.refuseOtherReaders();
      return read();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "token file " + path + " cannot be read or made: " + e.getMessage(), e);
    }
  }

  /**
   * The token, or null when no service has made one here.
   *
   * @throws IOException when it belongs to another account
   */
  public @Nullable Secret find() throws IOException {
    return Files.exists(path) ? read() : null;
  }

  private Secret read() throws IOException {
    if (Files.size(path) > LONGEST) {
      throw new IOException("it is not a token: longer than " + LONGEST + " bytes");
    }
    return Secret.of(Files.readString(path).strip());
  }
}
