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
import org.novabm.spi.deploy.AgentContact;
import org.novabm.spi.deploy.Attendance;
import org.novabm.spi.deploy.DeployOrder;
import org.novabm.spi.deploy.Deployer;
import org.novabm.spi.deploy.OpenOrder;
import org.novabm.spi.deploy.OrderBook;
import org.novabm.spi.deploy.Preparation;

/** An order book for tests: it forgets everything with the process. */
public final class InMemoryOrderBook implements OrderBook {

  private final Map<UUID, OpenOrder> orders = new TreeMap<>();
  private final Map<String, Attendance> desks = new TreeMap<>();
  private long writes;
  private long wakes;

  @Override
  public synchronized void put(DeployOrder order, AgentContact contact) {
    orders.put(order.deployment(), new OpenOrder(order, contact, ++writes));
    notifyAll();
  }

  @Override
  public synchronized @Nullable OpenOrder find(UUID deployment) {
    return orders.get(deployment);
  }

  @Override
  public synchronized @Nullable OpenOrder findByMac(MacAddress mac) {
    for (OpenOrder open : orders.values()) {
      if (open.order().macs().contains(mac)) {
        return open;
      }
    }
    return null;
  }

  @Override
  public synchronized List<OpenOrder> all() {
    return new ArrayList<>(orders.values());
  }

  @Override
  public synchronized boolean update(OpenOrder seen, AgentContact contact) {
    UUID deployment = seen.order().deployment();
    OpenOrder now = orders.get(deployment);
    if (now == null || now.version() != seen.version()) {
      return false;
    }
    orders.put(deployment, new OpenOrder(now.order(), contact, ++writes));
    notifyAll();
    return true;
  }

  @Override
  public synchronized void remove(UUID deployment) {
    orders.remove(deployment);
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

  /** The contact of an order that must be there. */
  public AgentContact contact(UUID deployment) {
    OpenOrder open = find(deployment);
    if (open == null) {
      throw new AssertionError("there is no order of deployment " + deployment);
    }
    return open.contact();
  }

  /**
   * Waits until the order's contact is as wanted.
   *
   * @throws AssertionError with the contact as it is, when the time is over
   */
  public synchronized AgentContact await(
      UUID deployment, Predicate<AgentContact> wanted, Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (!wanted.test(contact(deployment))) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new AssertionError("after " + limit + " it is still " + contact(deployment));
      }
      wait(left);
    }
    return contact(deployment);
  }
}
