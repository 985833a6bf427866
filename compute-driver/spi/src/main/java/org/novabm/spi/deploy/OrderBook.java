package org.novabm.spi.deploy;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.MacAddress;

/**
 * Where deployers keep their orders, given to them by the service. It is the database, so a
 * deployer in another process sees the same; nothing may be kept in memory alone.
 */
public interface OrderBook {

  /** Adds the order, or replaces the one of the same task. */
  void put(DeployOrder order, AgentContact contact);

  /** The order of a task, or null. */
  @Nullable OpenOrder find(UUID deployment);

  /** The order whose machine has this network card, or null. */
  @Nullable OpenOrder findByMac(MacAddress mac);

  /** All orders. */
  List<OpenOrder> all();

  /**
   * Compare-and-set: writes the contact if nobody did since {@code seen} was read, and wakes the
   * task.
   *
   * @return false when somebody did, or the order is gone: read again
   */
  boolean update(OpenOrder seen, AgentContact contact);

  /** Removes the order; also when there is none. */
  void remove(UUID deployment);

  /**
   * Has the task looked at again soon: something it waits for has happened. Changes no order and
   * needs none; once too often does no harm.
   */
  void wake(UUID deployment);

  /**
   * The side that machines talk to is there. Said again every now and then; replaces what this host
   * said before at the same desk.
   *
   * @param desk the address that machines call, 1 to 255 characters
   */
  void attend(String desk, Attendance attendance);

  /** What each host said last at this desk, the newest first; empty when none is there. */
  List<Attendance> attendance(String desk);

  /** The side that machines talk to ends in good order; also when it never was there. */
  void leave(String desk);
}
