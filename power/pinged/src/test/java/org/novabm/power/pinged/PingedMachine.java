package org.novabm.power.pinged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.novabm.spi.power.PowerState;

/** A machine that is a file: it is there while the machine is on, and answers a ping then. */
record PingedMachine(Path folder) {

  private Path power() {
    return folder.resolve("on");
  }

  PowerState state() {
    return Files.exists(power()) ? PowerState.ON : PowerState.OFF;
  }

  void wake() throws IOException {
    Files.writeString(power(), "");
  }

  /** A program that answers as ping(8) does, and notes how it was called. */
  String ping() {
    return script("ping", "echo \"$@\" >> %s/pings; test -e %s".formatted(folder, power()));
  }

  /** A program that is called with the unit's address and a mode. */
  String pduProgram() {
    return script(
        "pdu",
        "echo \"$@\" >> %s/orders; case $2 in 1) touch %s;; 2) rm -f %s;; *) echo no mode $2; exit 3;; esac"
            .formatted(folder, power(), power()));
  }

  /** A program that switches the machine off. */
  String offProgram() {
    return script("off", "echo \"$@\" >> %s/orders; rm -f %s".formatted(folder, power()));
  }

  String script(String name, String body) {
    try {
      Path script = folder.resolve(name);
      Files.writeString(script, "#!/bin/sh\n" + body + "\n");
      Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
      return script.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String noted(String name) throws IOException {
    Path file = folder.resolve(name);
    return Files.exists(file) ? Files.readString(file) : "";
  }
}
