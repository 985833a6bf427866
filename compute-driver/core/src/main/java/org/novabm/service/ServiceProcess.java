package org.novabm.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * One run of the program.
 *
 * @param id of this run alone
 * @param machine the boot and the process namespace in which {@code pid} counts; empty when the
 *     system does not tell
 * @param pid its number there
 * @param began when the system started it, as the system says; tells a process from a later one
 *     with the same number
 * @param release of the product
 * @param since when it began to act for its host
 */
public record ServiceProcess(
    UUID id, String machine, long pid, Instant began, String release, Instant since) {

  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
  private static final Path NAMESPACE = Path.of("/proc/self/ns/pid");

  /** This one. */
  public static ServiceProcess current(String release, Instant now) {
    ProcessHandle own = ProcessHandle.current();
    return new ServiceProcess(
        UUID.randomUUID(), thisMachine(), own.pid(), began(own), release, now);
  }

  /**
   * Whether it is certain that this process has ended: it ran on the machine that this is asked on,
   * and is there no more. False when that cannot be known from here.
   */
  public boolean isKnownToHaveEnded() {
    return !machine.isEmpty()
        && machine.equals(thisMachine())
        && ProcessHandle.of(pid).map(ServiceProcess::began).filter(began::equals).isEmpty();
  }

  private static Instant began(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH).truncatedTo(ChronoUnit.MILLIS);
  }

  private static String thisMachine() {
    try {
      return Files.readString(BOOT).strip() + " " + Files.readSymbolicLink(NAMESPACE);
    } catch (IOException e) {
      // no Linux, or a sandbox: then only silence tells
      return "";
    }
  }
}
