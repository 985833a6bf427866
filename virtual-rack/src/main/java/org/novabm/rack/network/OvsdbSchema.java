package org.novabm.rack.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.novabm.rack.process.Program;
import org.novabm.rack.process.RackException;

/** The switch's empty database. */
final class OvsdbSchema {

  static final String FILE = "/usr/share/openvswitch/vswitch.ovsschema";

  private OvsdbSchema() {}

  static void createDatabase(Path folder) {
    Path database = folder.resolve("conf.db");
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new RackException("cannot make " + folder, e);
    }
    if (!Files.exists(database)) {
      Program.of("ovsdb-tool", "create", database.toString(), FILE).output();
    }
  }
}
