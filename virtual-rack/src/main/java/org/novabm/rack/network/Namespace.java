package org.novabm.rack.network;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.novabm.rack.process.Program;

/**
 * A named network namespace (ip-netns(8)).
 *
 * @param name 1 to 32 lower-case letters, digits and dashes
 */
public record Namespace(String name) {

  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

  public Namespace {
    if (!FORM.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'" + name + "' is not a namespace name: 1 to 32 lower-case letters, digits and dashes");
    }
  }

  public boolean exists() {
    return Files.exists(Path.of("/run/netns", name));
  }

  /** Creates it with its loopback device up; fails when it exists. */
  public void create() {
    Program.of("ip", "netns", "add", name).output();
    run("ip", "link", "set", "lo", "up");
    // the kernel sees a machine's frames on its tap too, and would answer ARP there for the address
    // of another leg
    run("sh", "-c", "echo 1 >/proc/sys/net/ipv4/conf/all/arp_ignore");
  }

  /** What stands before a command so that it runs inside. */
  public List<String> prefix() {
    return List.of("ip", "netns", "exec", name);
  }

  /** A program that runs inside. */
  public Program program(String... command) {
    return new Program(inside(List.of(command)));
  }

  /** The given command with the prefix. */
  public List<String> inside(List<String> command) {
    List<String> whole = new ArrayList<>(prefix());
    whole.addAll(command);
    return whole;
  }

  /** Runs a program inside and returns its output. */
  public String run(String... command) {
    return program(command).output();
  }

  public boolean hasDevice(String device) {
    return program("ip", "link", "show", "dev", device).run().status() == 0;
  }

  /** Process ids of everything that runs inside. */
  public List<Long> processes() {
    return Program.of("ip", "netns", "pids", name).output().lines().map(Long::parseLong).toList();
  }

  /** Deletes it and with it its devices; nothing may run inside any more. */
  public void delete() {
    Program.of("ip", "netns", "del", name).output();
  }
}
