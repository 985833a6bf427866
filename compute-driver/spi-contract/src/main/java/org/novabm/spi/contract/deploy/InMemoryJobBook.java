package org.novabm.spi.contract.deploy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.MacAddress;
import org.novabm.spi.deploy.Attendance;
import org.novabm.spi.deploy.DeployOrder;
import org.novabm.spi.deploy.Deployer;
import org.novabm.spi.deploy.Job;
import org.novabm.spi.deploy.JobBook;
import org.novabm.spi.deploy.JobState;
import org.novabm.spi.deploy.Preparation;

/** A job book for tests: it forgets everything with the process. */
public final class InMemoryJobBook implements JobBook {

  private final Map<UUID, Job> jobs = new TreeMap<>();
  private final Map<String, Attendance> desks = new TreeMap<>();
  private long writes;
  private long wakes;

  @Override
  public synchronized void put(DeployOrder order, JobState state) {
    jobs.put(order.deployment(), new Job(order, state, ++writes));
    notifyAll();
  }

  @Override
  public synchronized @Nullable Job find(UUID deployment) {
    return jobs.get(deployment);
  }

  @Override
  public synchronized @Nullable Job findByMac(MacAddress mac) {
    for (Job job : jobs.values()) {
      if (job.order().macs().contains(mac)) {
        return job;
      }
    }
    return null;
  }

  @Override
  public synchronized List<Job> all() {
    return new ArrayList<>(jobs.values());
  }

  @Override
  public synchronized boolean update(Job seen, JobState state) {
    UUID deployment = seen.order().deployment();
    Job now = jobs.get(deployment);
    if (now == null || now.version() != seen.version()) {
      return false;
    }
    jobs.put(deployment, new Job(now.order(), state, ++writes));
    notifyAll();
    return true;
  }

  @Override
  public synchronized void remove(UUID deployment) {
    jobs.remove(deployment);
    notifyAll();
  }

  @Override
  public synchronized void wake(UUID deployment) {
    wakes++;
    notifyAll();
  }

  @Override
  public synchronized void attend(String desk, Attendance attendance) {
    desks.put(desk, attendance);
  }

  @Override
  public synchronized List<Attendance> attendance(String desk) {
    Attendance said = desks.get(desk);
    return said == null ? List.of() : List.of(said);
  }

  @Override
  public synchronized void leave(String desk) {
    desks.remove(desk);
  }

  /**
   * Asks the deployer, again at each wake, until the order is prepared.
   *
   * @throws AssertionError when the time is over
   */
  public Preparation.Ready prepared(Deployer deployer, DeployOrder order, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      long seen = wakes();
      Preparation answer = deployer.prepare(order);
      if (answer instanceof Preparation.Ready ready) {
        return ready;
      }
      if (!wokenSince(seen, end)) {
        throw new AssertionError("after " + limit + " it is still " + answer);
      }
    }
  }

  private synchronized long wakes() {
    return wakes;
  }

  private synchronized boolean wokenSince(long seen, long end) {
    try {
      for (long left = end - System.nanoTime(); wakes == seen; left = end - System.nanoTime()) {
        if (left <= 0) {
          return false;
        }
        wait(Math.max(1, left / 1_000_000));
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The job of an order that must be there. */
  public Job job(UUID deployment) {
    Job job = find(deployment);
    if (job == null) {
      throw new AssertionError("there is no job of deployment " + deployment);
    }
    return job;
  }

  /**
   * Waits until the job is as wanted.
   *
   * @throws AssertionError with the job's state as it is, when the time is over
   */
  public synchronized Job await(UUID deployment, Predicate<Job> wanted, Duration limit)
      throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (!wanted.test(job(deployment))) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new AssertionError("after " + limit + " it is still " + job(deployment).state());
      }
      wait(left);
    }
    return job(deployment);
  }
}
