package org.novabm.service;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where it is kept who acts for which host. Every method is a transaction. */
public interface ServiceStore {

  @Nullable ServiceRecord find(String host);

  /** By name. */
  List<ServiceRecord> list();

  /**
   * Begins to act for a host: compare-and-set. A host that was drained stays so.
   *
   * @param seen its record as it was when this was decided; null when there was none
   * @return false when it was written meanwhile; nothing is changed then
   */
  boolean take(String host, @Nullable ServiceRecord seen, ServiceProcess process, Duration lease);

  /**
   * A sign of life.
   *
   * @return false when another process acts for the host, or nobody does
   */
  boolean beat(String host, UUID process);

  /** Stops acting for a host; nothing happens when another process does that. */
  void leave(String host, UUID process);

  /** Whether the host owns nodes, or has tasks, messages or notices to work on. */
  boolean hasWork(String host);

  /**
   * Gives all that is a silent host's to another one: its nodes, its live tasks with their
   * wake-ups, its messages that were not handled, and its notices that were not sent. Whatever the
   * silent process writes to those tasks afterwards is refused. The nodes remember where they are
   * at home.
   *
   * @param silent its record as it was when it was found silent
   * @return what was given; null when the host was written meanwhile, and nothing was changed then
   */
  @Nullable TakenOver takeOver(ServiceRecord silent, String by);

  /**
   * Takes nodes back that are at home with the host and that nothing is done to now.
   *
   * @return how many
   */
  int takeHome(String host);

  /**
   * Lets a host take no new instances, or take them again.
   *
   * @param why null to take them again; at most 255 characters
   * @return false when there is no such host
   */
  boolean drain(String host, @Nullable String why);

  /** What each host that has a record, or owns nodes, has to do; by name. */
  List<ServiceLoad> loads();
}
