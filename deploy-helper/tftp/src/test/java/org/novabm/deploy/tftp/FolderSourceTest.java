package org.novabm.deploy.tftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSourceTest {

  private static final InetAddress CLIENT = InetAddress.getLoopbackAddress();

  @TempDir Path folder;
  private Path root;
  private FolderSource source;

  @BeforeEach
  void files() throws IOException {
    Files.writeString(folder.resolve("secret"), "secret");
    Files.createDirectories(folder.resolve("root-beside"));
    Files.writeString(folder.resolve("root-beside/secret"), "secret");
    root = folder.resolve("root");
    Files.createDirectories(root.resolve("pxelinux.cfg"));
    Files.writeString(root.resolve("pxelinux.0"), "loader");
    Files.writeString(root.resolve("config"), "config");
    source = new FolderSource(root);
  }

  @Test
  void namesAreRelativeToTheFolder() throws IOException {
    assertThat(read("pxelinux.0")).isEqualTo("loader");
    assertThat(read("/pxelinux.0")).isEqualTo("loader");
    assertThat(read("//pxelinux.0")).isEqualTo("loader");
    assertThat(read("./pxelinux.0")).isEqualTo("loader");
    assertThat(read("\\pxelinux.0")).isEqualTo("loader");
  }

  @Test
  void anAbsoluteNameMayRepeatTheFoldersPath() throws IOException {
    assertThat(read(root.resolve("config").toString())).isEqualTo("config");
  }

  @Test
  void aLinkThatEndsInsideIsFollowed() throws IOException {
    Path link = root.resolve("pxelinux.cfg/01-52-54-00-ac-00-01");
    Files.createSymbolicLink(link, root.resolve("config").toAbsolutePath());
    assertThat(read("pxelinux.cfg/01-52-54-00-ac-00-01")).isEqualTo("config");
  }

  @Test
  void theFolderItselfMayBeALink() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), root);
    source = new FolderSource(link);
    assertThat(read("config")).isEqualTo("config");
    assertThat(read(link.resolve("config").toString())).isEqualTo("config");
    assertThat(read(root.resolve("config").toString())).isEqualTo("config");
  }

  @Test
  void nothingOutsideIsThere() throws IOException {
    Files.createSymbolicLink(root.resolve("way-out"), folder.resolve("secret"));
    Files.createSymbolicLink(root.resolve("folder-out"), folder);
    for (String name :
        List.of(
            "way-out",
            "folder-out/secret",
            "../secret",
            "/../secret",
            "..\\secret",
            "pxelinux.cfg/../../secret",
            "pxelinux.cfg/../config",
            root + "/../secret",
            root + "-beside/secret",
            folder.resolve("secret").toString())) {
      assertThat(read(name)).as(name).isNull();
    }
  }

  @Test
  void onlyFilesAreThere() throws IOException {
    Files.createSymbolicLink(root.resolve("loop"), root.resolve("loop"));
    for (String name : List.of("", "/", ".", "pxelinux.cfg", "none", "config/x", "loop", "\0")) {
      assertThat(read(name)).as(name).isNull();
    }
    assertThat(read("x".repeat(500))).isNull();
  }

  @Test
  void aMissingFolderIsAnError() {
    assertThatThrownBy(() -> new FolderSource(folder.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void theFirstSourceThatHasTheFileServesIt() throws IOException {
    FileSource own = (name, _) -> name.equals("config") ? TftpContent.of(new byte[] {'x'}) : null;
    FirstOf both = new FirstOf(List.of(own, source));
    assertThat(read(both, "config")).isEqualTo("x");
    assertThat(read(both, "pxelinux.0")).isEqualTo("loader");
    assertThat(read(both, "none")).isNull();
  }

  private @Nullable String read(String name) throws IOException {
    return read(source, name);
  }

  private static @Nullable String read(FileSource from, String name) throws IOException {
    try (TftpContent content = from.open(name, CLIENT)) {
      if (content == null) {
        return null;
      }
      ByteBuffer bytes = ByteBuffer.allocate((int) content.size());
      while (bytes.hasRemaining()) {
        content.read(bytes.position(), bytes);
      }
      return new String(bytes.array(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }
}
