package org.novabm.app.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose code is run as ours. */
class PluginFolderTest {

  @TempDir private Path folder;
  private Path jar;

  @BeforeEach
  void aJar() throws IOException {
    jar = Files.createFile(folder.resolve("other.jar"));
    mode(jar, "rw-r--r--");
    mode(folder, "rwxr-xr-x");
  }

  private static void mode(Path path, String mode) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }

  @Test
  void whatIsOursAloneIsLoaded() {
    assertThat(PluginFolder.loader(folder)).isInstanceOf(URLClassLoader.class);
    assertThat(PluginFolder.loader(folder.resolve("none"))).isNotInstanceOf(URLClassLoader.class);
  }

  @Test
  void aJarThatOthersCanWriteIsRefused() throws IOException {
    mode(jar, "rw-rw-r--");
    assertThatThrownBy(() -> PluginFolder.loader(folder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("others may write to " + jar.toRealPath());
  }

  @Test
  void aFolderThatOthersCanWriteIsRefused() throws IOException {
    mode(folder, "rwxr-xrwx");
    assertThatThrownBy(() -> PluginFolder.loader(folder))
        .hasMessageContaining("others may write to " + folder.toRealPath());
  }

  @Test
  void aLinkToAJarThatOthersCanWriteIsRefused(@TempDir Path elsewhere) throws IOException {
    Path open = Files.createFile(elsewhere.resolve("x.jar"));
    mode(open, "rw-r--rw-");
    Files.createSymbolicLink(folder.resolve("link.jar"), open);
    assertThatThrownBy(() -> PluginFolder.loader(folder))
        .hasMessageContaining("others may write to " + open.toRealPath());
  }

  @Test
  void aJarOfAnotherAccountIsRefused() throws IOException {
    assumeTrue(
        Files.getOwner(Path.of("/proc/self")).getName().equals("root"), "only root gives away");
    Files.setOwner(
        jar, jar.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
    assertThatThrownBy(() -> PluginFolder.loader(folder)).hasMessageContaining("belongs to nobody");
  }
}
