package org.novabm.conf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** One configuration file, read: INI or flag file, told apart by its first line that counts. */
public record NovaConfFile(String name, List<Assignment> assignments) {

  /** A nova.conf with every option of every service is under a megabyte. */
  static final int MOST_BYTES = 4 << 20;

  public NovaConfFile {
    assignments = List.copyOf(assignments);
  }

  /**
   * Reads a file.
   *
   * @throws ConfigException when it is missing, unreadable, over 4 MiB, not UTF-8, or not of the
   *     form
   */
  public static NovaConfFile read(Path file) {
    return parse(file.toString(), decode(file, bytes(file)));
  }

  /**
   * Reads a text.
   *
   * @param name what messages call it
   * @throws ConfigException naming the line that is not of the form
   */
  public static NovaConfFile parse(String name, String text) {
    List<String> lines = List.of(text.split("\r\n|\r|\n", -1));
    return new NovaConfFile(
        name,
        FlagForm.isFlagFile(lines) ? FlagForm.parse(name, lines) : IniForm.parse(name, lines));
  }

  private static byte[] bytes(Path file) {
    Origin origin = new Origin(file.toString(), 0);
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new ConfigException(
            origin, "over " + MOST_BYTES + " bytes, which is too long for a nova.conf");
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw new ConfigException(
          origin, "no such file; name another with --config-file, or leave the option out", e);
    } catch (IOException e) {
      throw new ConfigException(
          origin, "cannot be read (" + e + "); look at its owner and mode, and those above it", e);
    }
  }

  private static String decode(Path file, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new ConfigException(
          new Origin(file.toString(), 0), "not UTF-8; convert it, for example with iconv", e);
    }
  }
}
