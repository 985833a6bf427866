package org.novabm.rack.machine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.novabm.rack.process.Daemon;
import org.novabm.rack.process.Narrator;
import org.novabm.rack.process.Program;
import org.novabm.rack.process.Requirement;
import org.novabm.rack.process.Teardown;
import org.novabm.rack.process.Waiting;
import org.novabm.spi.Secret;
import org.novabm.spi.power.Firmware;

/** A machine's BMC: ipmi_sim, and ipmitool as the hand that presses its buttons. */
public final class Bmc {

  public static final String USER = "admin";

  /** No secret: it protects a simulated machine on a private address. */
  static final Secret PASSWORD = Secret.of("secret");

  private final Machine machine;
  private final NodeFolder folder;
  private final List<String> prefix;
  private final Narrator narrator;

  /**
   * @param prefix what stands before a command so that it runs in the rack's network
   */
  public Bmc(Machine machine, NodeFolder folder, List<String> prefix, Narrator narrator) {
    this.machine = machine;
    this.folder = folder;
    this.prefix = List.copyOf(prefix);
    this.narrator = narrator;
  }

  /** What must be installed for machines with the given firmware and their BMCs. */
  public static List<Requirement> requirements(Iterable<Firmware> firmware) {
    List<Requirement> all = new ArrayList<>(QemuCommand.requirements(firmware));
    all.add(new Requirement("ipmi_sim", "openipmi"));
    all.add(new Requirement("ipmitool", "ipmitool"));
    all.add(new Requirement("socat", "socat"));
    all.add(new Requirement("setsid", "util-linux"));
    return all;
  }

  public Daemon daemon() {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(List.of("ipmi_sim", "-n", "-c", folder.lanConfiguration().toString()));
    command.addAll(List.of("-f", folder.emulation().toString()));
    command.addAll(List.of("-s", folder.bmcState().toString()));
    Path log = folder.path().resolve("ipmi_sim.log");
    return new Daemon("ipmi_sim of " + machine.name(), command, Map.of(), folder.bmc(), log);
  }

  /** Starts it and waits until it answers IPMI, unless it runs. */
  public void ensure() {
    Daemon daemon = daemon();
    if (daemon.alive()) {
      return;
    }
    narrator.say(
        "starting the BMC of %s at %s:%d"
            .formatted(machine.name(), machine.bmc().address(), machine.bmc().lan()));
    daemon.start();
    new Waiting(narrator).until(daemon.nameAndLog(), Waiting.PATIENT, () -> answers(daemon));
  }

  private boolean answers(Daemon daemon) {
    daemon.mustLive();
    return ipmitool(List.of("power", "status")).run().status() == 0;
  }

  /** ipmitool with the given words, over RMCP+ with cipher suite 3, the best ipmi_sim has. */
  public Program ipmitool(List<String> words) {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(List.of("ipmitool", "-I", "lanplus", "-C", "3"));
    command.addAll(List.of("-H", machine.bmc().address()));
    command.addAll(List.of("-p", Integer.toString(machine.bmc().lan())));
    command.addAll(List.of("-U", USER, "-f", folder.password().toString()));
    command.addAll(words);
    return new Program(command);
  }

  /** Ends the machine, then its BMC. Nothing to do when they do not run. */
  public void stop() {
    Waiting waiting = new Waiting(narrator);
    // the BMC first: nobody may switch the machine on again meanwhile
    new Teardown()
        .then(() -> daemon().stop(waiting))
        .then(() -> folder.qemu().stop(Waiting.PATIENT, waiting))
        .run();
  }
}
