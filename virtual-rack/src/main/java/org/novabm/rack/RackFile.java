package org.novabm.rack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.novabm.rack.process.RackException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes {@code rack.json}. */
final class RackFile {

  static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .build();

  private RackFile() {}

  /**
   * Reads the record of the rack in a folder.
   *
   * @throws RackException.NoRack when none is there
   */
  static RackRecord read(RackFolder folder) {
    Path file = folder.file();
    if (!Files.exists(file)) {
      throw new RackException.NoRack(
          "no rack in %s; make one: virtual-rack up --dir %s"
              .formatted(folder.path(), folder.path()));
    }
    try {
      return JSON.readValue(file, RackRecord.class);
    } catch (JacksonException e) {
      throw new RackException("cannot read " + file, e);
    }
  }

  /** Writes it in one piece: a reader finds the old one or the new one. */
  static void write(RackFolder folder, RackRecord record) {
    Path draft = folder.path().resolve("rack.json.new");
    try {
      Files.createDirectories(folder.path());
      Files.writeString(draft, JSON.writeValueAsString(record) + "\n");
      Files.move(draft, folder.file(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new RackException("cannot write " + folder.file(), e);
    }
  }
}
