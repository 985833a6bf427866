package org.novabm.store.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretBoxTest {

  private static final byte[] PLAIN = "bmc password".getBytes(UTF_8);

  @TempDir private Path folder;
  private Path keyFile;

  @BeforeEach
  void name() {
    keyFile = folder.resolve("new/secret.key");
  }

  @Test
  void sealedTextOpensWithTheSameKeyFile() {
    byte[] sealed = new SecretBox(keyFile).seal(PLAIN, "node/1");

    assertThat(new String(sealed, UTF_8)).doesNotContain("password");
    assertThat(new SecretBox(keyFile).open(sealed, "node/1")).isEqualTo(PLAIN);
    assertThat(new SecretBox(keyFile).seal(PLAIN, "node/1")).isNotEqualTo(sealed);
  }

  @Test
  void keyFileIsForItsOwnerAlone() throws IOException {
    SecretBox box = new SecretBox(keyFile);

    assertThat(box.seal(PLAIN, "x")).isNotEmpty();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile)))
        .isEqualTo("rw-------");
    assertThat(folder.resolve("new")).isDirectoryContaining(file -> file.equals(keyFile));
    Files.setPosixFilePermissions(keyFile, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> new SecretBox(keyFile))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("chmod 600 " + keyFile);
  }

  @Test
  void sealedTextOpensForItsPurposeOnly() {
    SecretBox box = new SecretBox(keyFile);
    byte[] sealed = box.seal(PLAIN, "node/1");

    assertThatThrownBy(() -> box.open(sealed, "node/2"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("node/2 cannot be decrypted with the key of " + keyFile);
  }

  @Test
  void changedOrForeignTextDoesNotOpen() {
    SecretBox box = new SecretBox(keyFile);
    byte[] sealed = box.seal(PLAIN, "node/1");
    sealed[sealed.length - 1] ^= 1;

    assertThatThrownBy(() -> box.open(sealed, "node/1")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> box.open(PLAIN, "node/1"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not an encrypted value");
  }

  @Test
  void anotherKeyDoesNotOpen() {
    byte[] sealed = new SecretBox(folder.resolve("other")).seal(PLAIN, "node/1");

    assertThatThrownBy(() -> new SecretBox(keyFile).open(sealed, "node/1"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("put back the key file");
  }

  @Test
  void fileThatHoldsNoKeyIsRefused() throws IOException {
    Files.createDirectories(keyFile.getParent());
    for (String content : new String[] {"", "not base64!", "c2hvcnQ=", "A".repeat(1000)}) {
      Files.writeString(keyFile, content);
      Files.setPosixFilePermissions(keyFile, PosixFilePermissions.fromString("rw-------"));
      assertThatThrownBy(() -> new SecretBox(keyFile))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("32 bytes in base64");
    }
  }

  @Test
  void manyStartTogetherAndHaveOneKey() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<byte[]> start = () -> new SecretBox(keyFile).seal(PLAIN, "x");
      for (Future<byte[]> sealed : threads.invokeAll(Collections.nCopies(16, start))) {
        assertThat(new SecretBox(keyFile).open(sealed.get(), "x")).isEqualTo(PLAIN);
      }
    }
  }
}
