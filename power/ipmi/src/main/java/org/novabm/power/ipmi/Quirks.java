package org.novabm.power.ipmi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.novabm.power.ipmi.wire.DeviceId;

/**
 * What a maker's BMCs do otherwise than specified, from {@code quirks.txt}: a line for each, with
 * the maker's number, the product's or {@code *}, and what is other. The first line that fits
 * counts.
 *
 * @param uefiDisk boot device selector of the disk in UEFI mode, 0 to 15
 */
record Quirks(int uefiDisk) {

  static final Quirks NONE = new Quirks(0x2);

  private static final String ANY = "*";
  private static final String UEFI_DISK = "uefi-disk=";
  private static final List<String[]> LINES = read();

  static Quirks of(DeviceId device) {
    return LINES.stream()
        .filter(line -> fits(line[0], device.manufacturer()) && fits(line[1], device.product()))
        .findFirst()
        .map(line -> parse(line[2]))
        .orElse(NONE);
  }

  private static boolean fits(String cell, int number) {
    return cell.equals(ANY) || Integer.parseInt(cell) == number;
  }

  private static Quirks parse(String cell) {
    if (!cell.startsWith(UEFI_DISK)) {
      throw new IllegalStateException("quirks.txt has an unknown quirk: " + cell);
    }
    return new Quirks(Integer.decode(cell.substring(UEFI_DISK.length())));
  }

  private static List<String[]> read() {
    try (InputStream file = Quirks.class.getResourceAsStream("quirks.txt")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\\s+", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
