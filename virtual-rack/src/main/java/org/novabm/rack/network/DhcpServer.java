package org.novabm.rack.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.novabm.rack.process.Daemon;
import org.novabm.rack.process.Narrator;
import org.novabm.rack.process.OwnedProcess;
import org.novabm.rack.process.RackException;
import org.novabm.rack.process.Requirement;
import org.novabm.rack.process.Waiting;

/** A dnsmasq of our own on one leg of the rack's network. */
public final class DhcpServer {

  public static final List<Requirement> REQUIREMENTS =
      List.of(
          new Requirement("dnsmasq", "dnsmasq-base"),
          new Requirement("/usr/lib/ipxe/undionly.kpxe", "ipxe"),
          new Requirement("/usr/lib/ipxe/snponly.efi", "ipxe"));

  private static final Path IPXE = Path.of("/usr/lib/ipxe");

  private final Path folder;
  private final Leg leg;
  private final Namespace namespace;
  private final Narrator narrator;
  private final Waiting waiting;

  public DhcpServer(Path folder, Leg leg, Namespace namespace, Narrator narrator) {
    this.folder = folder;
    this.leg = leg;
    this.namespace = namespace;
    this.narrator = narrator;
    this.waiting = new Waiting(narrator);
  }

  public Leg leg() {
    return leg;
  }

  /** One line per address given out, dnsmasq(8). */
  public Path leases() {
    return folder.resolve(leg.label() + ".leases");
  }

  /** One line per DHCP packet, with the MAC address of the one who asks. */
  public Path log() {
    return folder.resolve(leg.label() + ".log");
  }

  public Daemon daemon() {
    Path configuration = configuration();
    return new Daemon(
        "dnsmasq (" + leg.label() + ")",
        namespace.inside(List.of("dnsmasq", "-k", "-C", configuration.toString())),
        Map.of(),
        new OwnedProcess(folder.resolve(leg.label() + ".pid"), configuration),
        log());
  }

  private Path configuration() {
    return folder.resolve(leg.label() + ".conf");
  }

  /** Starts it as a plain DHCP server, unless it runs. */
  public void ensure() {
    ensure(DhcpConfiguration.plain(leg, leases(), log()));
  }

  /**
   * Starts it as the server machines boot from, unless it runs.
   *
   * @param deployUrl where the boot scripts are, without a slash at its end
   */
  public void ensureBooting(String deployUrl) {
    Path tftp = folder.resolve("tftp");
    try {
      Files.createDirectories(tftp);
      for (String file : List.of("undionly.kpxe", "snponly.efi")) {
        Files.copy(IPXE.resolve(file), tftp.resolve(file), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new RackException("cannot fill the TFTP folder " + tftp, e);
    }
    // iPXE solicits routers for 13 s; an advertisement, sent from this address, ends that at once
    namespace.run("ip", "addr", "replace", "fd10::1/64", "dev", leg.device(), "nodad");
    ensure(DhcpConfiguration.booting(leg, leases(), log(), tftp, deployUrl));
  }

  private void ensure(String text) {
    Daemon daemon = daemon();
    if (daemon.alive()) {
      return;
    }
    try {
      Files.createDirectories(folder);
      Files.writeString(configuration(), text);
    } catch (IOException e) {
      throw new RackException("cannot write " + configuration(), e);
    }
    narrator.say("starting " + daemon.name() + " on " + leg.device());
    int old = logText().length();
    daemon.start();
    waiting.until(daemon.nameAndLog(), Waiting.PATIENT, () -> serves(daemon, old));
  }

  private boolean serves(Daemon daemon, int oldLog) {
    daemon.mustLive();
    return logText().indexOf("DHCP, IP range", oldLog) >= 0;
  }

  private String logText() {
    try {
      return Files.exists(log()) ? Files.readString(log()) : "";
    } catch (IOException e) {
      throw new RackException("cannot read " + log(), e);
    }
  }

  public void stop() {
    daemon().stop(waiting);
  }
}
