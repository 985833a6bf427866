package org.novabm.deploy.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigDriveIsoTest {

  @TempDir private Path folder;

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, byte[]> files() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("openstack/latest/user_data", text("#cloud-config\n"));
    files.put("openstack/latest/meta_data.json", text("{\"hostname\":\"one\"}"));
    files.put("openstack/latest/network_data.json", new byte[0]);
    files.put("openstack/content/0000", Images.raw(5000, 1));
    for (int i = 0; i < 60; i++) {
      // more than a sector of records, and equal beginnings
      files.put("openstack/content/a-long-name-with-a-number-" + i + ".tar.gz", text("n" + i));
    }
    return files;
  }

  private String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  private static boolean installed(String program) {
    return Files.isExecutable(Path.of("/usr/bin", program));
  }

  @Test
  void its_length_is_known_before_it_is_made() {
    assertThat(ConfigDriveIso.bytes(files())).isEqualTo(ConfigDriveIso.image(files()).length);
    assertThatThrownBy(() -> ConfigDriveIso.bytes(Map.of("a", new byte[ConfigDriveIso.MAX_BYTES])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("15 MiB");
  }

  @Test
  void xorriso_extracts_what_went_in() throws IOException, InterruptedException {
    assumeTrue(installed("xorriso"), "xorriso is not installed (Debian package xorriso)");
    Path iso = Files.write(folder.resolve("c.iso"), ConfigDriveIso.image(files()));
    Path out = folder.resolve("out");

    String said =
        run("xorriso", "-osirrox", "on", "-indev", iso.toString(), "-extract", "/", out.toString());

    assertThat(said).contains("Volume id    : 'config-2'").doesNotContain("WARNING");
    for (Map.Entry<String, byte[]> file : files().entrySet()) {
      assertThat(out.resolve(file.getKey())).hasBinaryContent(file.getValue());
    }
  }

  @Test
  void isoinfo_shows_rock_ridge_names() throws IOException, InterruptedException {
    assumeTrue(installed("isoinfo"), "isoinfo is not installed (Debian package genisoimage)");
    Path iso = Files.write(folder.resolve("c.iso"), ConfigDriveIso.image(files()));

    assertThat(run("isoinfo", "-d", "-i", iso.toString()))
        .contains("Volume id: config-2")
        .contains("Rock Ridge signatures version 1 found");
    assertThat(run("isoinfo", "-f", "-R", "-i", iso.toString()))
        .contains("/openstack/latest/meta_data.json")
        .contains("/openstack/content/a-long-name-with-a-number-59.tar.gz");
    assertThat(run("isoinfo", "-R", "-i", iso.toString(), "-x", "/openstack/latest/user_data"))
        .isEqualTo("#cloud-config\n");
    assertThat(run("isoinfo", "-f", "-i", iso.toString()))
        .contains("/OPENSTAC/LATEST/META_DAT.JSO;1");
  }

  @Test
  void equal_files_give_equal_bytes_in_whole_sectors() {
    Map<String, byte[]> turned = new LinkedHashMap<>();
    files().entrySet().stream()
        .sorted(Map.Entry.<String, byte[]>comparingByKey().reversed())
        .forEach(e -> turned.put(e.getKey(), e.getValue()));

    byte[] image = ConfigDriveIso.image(files());

    assertThat(image).isEqualTo(ConfigDriveIso.image(turned));
    assertThat(image.length % 2048).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/etc/passwd", "a//b", "../a", "a/./b", "a/", "ä", "a b", "1/2/3/4/5/6/7/8"})
  void paths_that_cannot_be_shown_are_refused(String path) {
    assertThatThrownBy(() -> ConfigDriveIso.image(Map.of(path, new byte[1])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + path + "'");
  }

  @Test
  void a_name_is_not_a_file_and_a_folder() {
    assertThatThrownBy(() -> ConfigDriveIso.image(Map.of("a", new byte[1], "a/b", new byte[1])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a file and a folder at once");
  }

  @Test
  void the_largest_image_fits_the_partition() {
    int room = ConfigDriveIso.MAX_BYTES - 30 * 2048;

    assertThat(ConfigDriveIso.image(Map.of("a", new byte[room])).length)
        .isLessThanOrEqualTo(ConfigDriveIso.MAX_BYTES);
    assertThatThrownBy(() -> ConfigDriveIso.image(Map.of("a", new byte[ConfigDriveIso.MAX_BYTES])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("15 MiB");
  }
}
