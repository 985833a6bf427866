package org.novabm.service;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes over from hosts that are silent for too long, and takes nodes home that others took over
 * meanwhile.
 */
public final class Succession {

  private static final Logger log = LoggerFactory.getLogger(Succession.class);

  private final ServiceStore services;
  private final String host;
  private final Policy policy;
  private final Silence silence;

  /**
   * When a host takes over.
   *
   * @param after how long beyond its lease another host must have been silent, longer than one
   *     operation at a device takes; null for never
   */
  public record Policy(@Nullable Duration after) {

    /** Nobody takes over; a host's work waits for the host. */
    public static final Policy NEVER = new Policy(null);
  }

  public Succession(ServiceStore services, String host, Policy policy, LeaseClock clock) {
    this.services = services;
    this.host = host;
    this.policy = policy;
    this.silence = new Silence(clock::nanos);
  }

  /**
   * One look; only the holder of its own host's lease may do this.
   *
   * @return whether there is new work for this host
   */
  public boolean look() {
    int home = services.takeHome(host);
    if (home > 0) {
      log.info("{} nodes of host {} are back from the host that took over", home, host);
    }
    Duration after = policy.after();
    return after != null && takeOver(after);
  }

  private boolean takeOver(Duration after) {
    List<ServiceRecord> all = services.list();
    if (all.stream().anyMatch(one -> one.host().equals(host) && one.drained() != null)) {
      return false;
    }
    boolean any = false;
    for (ServiceRecord other : all) {
      // looked at each time, for a silence is measured from the first look at it
      Duration silent = silence.of(other);
      if (!other.host().equals(host)
          && silent.compareTo(patience(other).plus(after)) > 0
          && services.hasWork(other.host())) {
        any |= takeOver(other, silent);
      }
    }
    return any;
  }

  private boolean takeOver(ServiceRecord silent, Duration since) {
    TakenOver taken = services.takeOver(silent, host);
    if (taken == null) {
      return false;
    }
    log.warn(
        "host {} was silent for {} s; host {} has taken over its {} nodes, {} tasks and {} messages",
        silent.host(),
        since.toSeconds(),
        host,
        taken.nodes(),
        taken.tasks(),
        taken.messages());
    return true;
  }

  /** One that is gone for certain cannot act; all others may until their lease ends. */
  private static Duration patience(ServiceRecord other) {
    ServiceProcess process = other.process();
    return process == null || process.isKnownToHaveEnded() ? Duration.ZERO : other.lease();
  }
}
