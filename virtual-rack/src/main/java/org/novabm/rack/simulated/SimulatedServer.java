package org.novabm.rack.simulated;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.novabm.rack.bmc.BmcAccount;
import org.novabm.rack.bmc.BmcFarm;
import org.novabm.rack.bmc.BmcPlan;
import org.novabm.rack.bmc.Chassis;
import org.novabm.rack.bmc.SimulatedBmc;
import org.novabm.spi.MacAddress;
import org.novabm.spi.Secret;

/**
 * A server that is only a program: a BMC, a disk file and a console file. Switched on, it boots as
 * its boot flags say: from the network it does what the deploy ramdisk does, by the same protocol;
 * from the disk it shows the line of the instance it finds there.
 */
public final class SimulatedServer implements AutoCloseable, Chassis {

  private static final int FORCE_NETWORK = 0x04;

  private final MacAddress mac;
  private final URI deployUrl;
  private final SimulatedDisk disk;
  private final SimulatedConsole console;
  private final ReentrantLock lock = new ReentrantLock();
  private byte[] bootFlags = new byte[5];
  private @Nullable Thread running;
  private boolean on;

  /**
   * A server that is off.
   *
   * @param folder for its disk and console
   * @param deployUrl where it fetches its boot file, as its DHCP server would tell it
   */
  public SimulatedServer(MacAddress mac, URI deployUrl, Path folder, long diskBytes) {
    this.mac = mac;
    this.deployUrl = deployUrl;
    this.disk = new SimulatedDisk(folder.resolve("disk.img"), diskBytes);
    this.console = new SimulatedConsole(folder.resolve("console.log"));
  }

  /** Gives it a BMC at that address. */
  public SimulatedBmc plugIn(
      BmcFarm farm, InetSocketAddress address, String user, Secret password) {
    return farm.add(address, BmcPlan.of(BmcAccount.of(user, password), this));
  }

  public SimulatedConsole console() {
    return console;
  }

  @Override
  public boolean isOn() {
    lock.lock();
    try {
      return on;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void powerOn() {
    lock.lock();
    try {
      if (!on) {
        on = true;
        boolean network = (bootFlags[1] >> 2 & 0x0f) == FORCE_NETWORK >> 2;
        console.line("power on, boot from " + (network ? "network" : "disk"));
        running =
            Thread.ofVirtual().name("server " + mac).start(network ? this::deploy : this::boot);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void powerOff() {
    lock.lock();
    try {
      on = false;
      if (running != null) {
        running.interrupt();
        running = null;
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void reset() {
    powerOff();
    powerOn();
  }

  @Override
  public void softOff() {
    powerOff();
  }

  @Override
  public byte[] bootFlags() {
    lock.lock();
    try {
      return bootFlags.clone();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void setBootFlags(byte[] flags) {
    lock.lock();
    try {
      bootFlags = flags.clone();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    powerOff();
  }

  private void deploy() {
    if (new SimulatedAgent(mac, deployUrl, disk, console).run()) {
      powerOff();
    }
  }

  private void boot() {
    String hostname = disk.hostname();
    console.line(
        hostname == null
            ? "no bootable device"
            : "INSTANCE UP " + hostname + " ip=none seed=config-2 fw=simulated");
  }
}
