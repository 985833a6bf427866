package org.novabm.service;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lease of one host. At most one process holds it at a time: the holder counts from before its
 * last sign of life was written, all others from when they saw it. Two that are started for one
 * host are active and standby, never both active.
 */
public final class HostLease implements Lease {

  private static final Logger log = LoggerFactory.getLogger(HostLease.class);

  private final ServiceStore services;
  private final String host;
  private final ServiceProcess me;
  private final Duration length;
  private final LeaseClock clock;
  private final Silence silence;
  private final AtomicInteger inHand = new AtomicInteger();
  private volatile @Nullable End end;
  private boolean standingBy;

  /**
   * By both clocks: the one stands still while the machine is suspended, the other one can be set.
   */
  private record End(long nanos, Instant time) {}

  /**
   * A lease that is not held yet.
   *
   * @param me who wants it
   * @param length how long after a sign of life it may be used
   */
  public HostLease(
      ServiceStore services, String host, ServiceProcess me, Duration length, LeaseClock clock) {
    this.services = services;
    this.host = host;
    this.me = me;
    this.length = length;
    this.clock = clock;
    this.silence = new Silence(clock::nanos);
  }

  @Override
  public boolean isHeld() {
    End until = end;
    return until != null
        && clock.nanos() - until.nanos() < 0
        && clock.time().isBefore(until.time());
  }

  @Override
  public <T extends @Nullable Object> T during(Supplier<T> work) {
    inHand.incrementAndGet();
    try {
      return work.get();
    } finally {
      inHand.decrementAndGet();
    }
  }

  /**
   * Gives a sign of life, or takes the lease when it is nobody's and nothing is in hand that began
   * before it was lost. Idempotent.
   *
   * @return whether it is held now
   */
  public boolean renew() {
    End next = new End(clock.nanos() + length.toNanos(), clock.time().plus(length));
    boolean mine = services.beat(host, me.id());
    if (!mine) {
      // what was in hand finds that out before it is taken anew
      end = null;
    }
    if (mine || (inHand.get() == 0 && take())) {
      end = next;
      standingBy = false;
      return true;
    }
    return false;
  }

  private boolean take() {
    ServiceRecord seen = services.find(host);
    ServiceProcess holder = seen == null ? null : seen.process();
    if (seen == null || holder == null) {
      return services.take(host, seen, me, length);
    }
    if (holder.isKnownToHaveEnded() || silence.of(seen).compareTo(seen.lease()) > 0) {
      log.info("the process {} that acted for host {} has ended", holder.pid(), host);
      return services.take(host, seen, me, length);
    }
    if (!standingBy) {
      standingBy = true;
      log.warn(
          "process {} acts for host {} since {}; this one stands by until that one stops, or was"
              + " silent for {} s. Give this one another host in its nova.conf if both are to work",
          holder.pid(),
          host,
          holder.since().truncatedTo(ChronoUnit.SECONDS),
          seen.lease().toSeconds());
    }
    return false;
  }

  /** Gives it back, so that the next process need not wait. Nothing may be under way any more. */
  public void leave() {
    end = null;
    services.leave(host, me.id());
  }
}
