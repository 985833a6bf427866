package org.novabm.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * What one console said, in two files of which the older is thrown away when the younger is full.
 * Lines are written when they are whole, or when nothing follows for a moment. One thread writes.
 */
final class ConsoleLog {

  private static final int LONGEST_LINE = 8192;

  /** What instances say is nobody else's business on this host. */
  private static final FileAttribute<?> OURS_ALONE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final Path younger;
  private final Path older;
  private final long half;
  private final SecretMask mask;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  /**
   * A log; its files need not be there.
   *
   * @param most bytes in both files
   */
  ConsoleLog(Path younger, Path older, long most, SecretMask mask) {
    this.younger = younger;
    this.older = older;
    this.half = most / 2;
    this.mask = mask;
  }

  /** Takes what was said. */
  void add(byte[] said) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (byte character : said) {
      line.write(character);
      if (character == '\n' || line.size() == LONGEST_LINE) {
        whole.writeBytes(takeLine());
      }
    }
    write(whole.toByteArray());
  }

  /** Whether a line waits for its end. */
  boolean hasPart() {
    return line.size() > 0;
  }

  /** Nothing follows for now: what waits is written, a prompt for example. */
  void flush() {
    write(takeLine());
  }

  /** The characters are bytes here: a line may be in any encoding, or in none. */
  private byte[] takeLine() {
    String text = line.toString(StandardCharsets.ISO_8859_1);
    line.reset();
    return mask.masked(text).getBytes(StandardCharsets.ISO_8859_1);
  }

  private void write(byte[] bytes) {
    if (bytes.length == 0) {
      return;
    }
    try {
      Files.createDirectories(younger.getParent(), OURS_ALONE);
      if (Files.exists(younger) && Files.size(younger) + bytes.length > half) {
        Files.move(younger, older, StandardCopyOption.REPLACE_EXISTING);
      }
      Files.write(younger, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("the console log cannot be written: " + e.getMessage(), e);
    }
  }
}
