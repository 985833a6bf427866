package org.novabm.spi.contract.lies;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Random;

/** A program that prints what an honest one would, and lies when it is to. */
public final class LyingProgram {

  private final Path folder;
  private final Path program;
  private final String honest;

  /**
   * Writes it.
   *
   * @param folder its own
   * @param honest what it prints, which may be a lie's start or middle
   */
  public LyingProgram(Path folder, String name, String honest) throws IOException {
    this.folder = folder;
    this.program = folder.resolve(name);
    this.honest = honest;
    beHonest();
  }

  /** To be called by clients. */
  public String path() {
    return program.toString();
  }

  /** Prints the truth and ends well, from the next call on. */
  public void beHonest() throws IOException {
    write(print(honest.getBytes(UTF_8)));
  }

  /** Lies from the next call on; the same seed makes the same lies. */
  public void tell(Lie lie, long seed) throws IOException {
    Random random = new Random(seed);
    BentBytes bent = new BentBytes(random);
    byte[] truth = honest.getBytes(UTF_8);
    String status = "\nexit " + (random.nextBoolean() ? 0 : random.nextInt(256));
    String where = random.nextBoolean() ? "" : "exec >&2\n";
    write(
        where
            + switch (lie) {
              case WRONG_LENGTH -> print(bent.wrongLength(truth)) + status;
              case TRUNCATED -> print(bent.truncated(truth)) + "\nkill -9 $$";
              case REPEATED -> (print(truth) + "\n").repeat(bent.times()) + status;
              // one that answers when nobody waits any more leaves a child behind, or waits itself
              case LATE ->
                  random.nextBoolean()
                      ? "sleep 5\n" + print(truth)
                      : "sleep 5 &\n" + print(truth) + status;
              case ENORMOUS -> print(bent.filler(4096)) + enormous() + status;
              case NEVER_ENDING -> "while :; do " + print(bent.filler(2048)) + "; done";
            });
  }

  private static String enormous() {
    return "\nhead -c 20000000 /dev/zero | tr '\\0' 7";
  }

  private static String print(byte[] bytes) {
    return "echo %s | base64 -d".formatted(Base64.getEncoder().encodeToString(bytes));
  }

  /** Anew, for one that runs cannot be written to. */
  private void write(String body) throws IOException {
    Path next = folder.resolve(program.getFileName() + ".next");
    Files.writeString(next, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rwx------"));
    Files.move(next, program, StandardCopyOption.ATOMIC_MOVE);
  }
}
