package org.novabm.conf.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.spi.Secret;

/** The token that a service makes for itself. */
class TokenFileTest {

  @TempDir private Path folder;

  @Test
  void itIsMadeOnceForItsOwnerAlone() throws IOException {
    Path state = folder.resolve("not/there/yet");
    TokenFile file = TokenFile.in(state);
    assertThat(file.find()).isNull();
    Secret made = file.load();
    assertThat(made.reveal()).hasSize(64);
    assertThat(file.load()).isEqualTo(made);
    assertThat(file.find()).isEqualTo(made);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
        .isEqualTo("rw-------");
    try (var left = Files.list(state)) {
      assertThat(left).containsExactly(file.path());
    }
  }

  @Test
  void twoThatStartTogetherHaveTheSameToken() throws Exception {
    Set<String> tokens = new HashSet<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Secret> one :
          threads.invokeAll(
              Collections.<Callable<Secret>>nCopies(32, () -> TokenFile.in(folder).load()))) {
        tokens.add(one.get().reveal());
      }
    }
    assertThat(tokens).hasSize(1);
  }

  @Test
  void oneThatOthersCanReadIsRefused() throws IOException {
    Path file = Files.writeString(TokenFile.in(folder).path(), "0123456789abcdef\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> new TokenFile(file).load())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("others may read it; run: chmod 600 " + file);
  }
}
