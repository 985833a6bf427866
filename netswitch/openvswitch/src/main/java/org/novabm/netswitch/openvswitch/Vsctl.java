package org.novabm.netswitch.openvswitch;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.novabm.spi.BackendException;
import org.novabm.spi.Endpoint;

/** Runs ovs-vsctl against one switch; no shell sees the arguments. */
final class Vsctl {

  private static final int OVSDB_PORT = 6640;

  /** A port with 4096 trunks prints 20 KB. */
  private static final int MOST_OUTPUT_BYTES = 64 * 1024;

  private final String program;
  private final Endpoint endpoint;

  Vsctl(String program, Endpoint endpoint) {
    this.program = program;
    this.endpoint = endpoint;
  }

  /** The tables that a command of several parts prints, one a line. */
  List<OvsTable> tables(Deadline deadline, List<String> command) {
    String output = run(deadline, command);
    try {
      List<OvsTable> tables = output.lines().map(OvsTable::parse).toList();
      if (tables.size() == 2) {
        return tables;
      }
    } catch (RuntimeException e) {
      throw new BackendException.ProtocolViolation(
          endpoint.display(), program + " printed what is no table: " + output, e);
    }
    throw new BackendException.ProtocolViolation(
        endpoint.display(), program + " printed not two tables: " + output);
  }

  /**
   * Runs a command to its end.
   *
   * @return what it printed
   */
  String run(Deadline deadline, List<String> command) {
    Process process = start(deadline, command);
    try {
      if (!process.waitFor(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
        throw VsctlFailure.late(endpoint);
      }
      // read only now: the pipe holds 64 KiB, a program that prints more stops and is late
      String output = text(process.getInputStream());
      String complaint = text(process.getErrorStream());
      if (process.exitValue() != 0) {
        throw VsctlFailure.of(endpoint, process.exitValue(), complaint);
      }
      return output;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BackendException.Unreachable(endpoint.display(), "interrupted while waiting", e);
    } catch (IOException e) {
      throw new BackendException.Unreachable(
          endpoint.display(), program + " could not be read: " + e.getMessage(), e);
    } finally {
      process.destroyForcibly();
    }
  }

  private Process start(Deadline deadline, List<String> command) {
    Duration left = deadline.left();
    if (left.isZero()) {
      throw VsctlFailure.late(endpoint);
    }
    List<String> line = new ArrayList<>();
    line.add(program);
    line.add("--db=" + remote());
    // whole seconds only, so it is the second guard: it ends a program that has lost its parent
    line.add("--timeout=" + left.plusSeconds(1).toSeconds());
    line.add("--format=json");
    line.addAll(command);
    try {
      Process process = new ProcessBuilder(line).start();
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      throw new BackendException.Refused(
          endpoint.display(),
          "cannot run " + program + " (Debian package openvswitch-switch): " + e.getMessage(),
          e);
    }
  }

  /** Names are looked up here, because ovs-vsctl can do so only when built with a resolver. */
  private String remote() {
    String address = endpoint.address();
    if (address.startsWith("/")) {
      return "unix:" + address;
    }
    try {
      String host = InetAddress.getByName(address).getHostAddress();
      String bracketed = host.indexOf(':') < 0 ? host : "[" + host + "]";
      return "tcp:" + bracketed + ":" + endpoint.portOr(OVSDB_PORT);
    } catch (UnknownHostException e) {
      throw new BackendException.Unreachable(
          endpoint.display(), "the name of the switch has no address", e);
    }
  }

  private static String text(InputStream stream) throws IOException {
    return new String(stream.readNBytes(MOST_OUTPUT_BYTES), StandardCharsets.UTF_8);
  }
}
