package org.novabm.spi.deploy;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.MacAddress;

/**
 * Where a deployer keeps its jobs, given to it by the service. It is the database, so a deployer in
 * another process sees the same; nothing may be kept in memory alone. A deployer sees no job that
 * another one made.
 */
public interface JobBook {

  /** Adds a job of this order, or replaces the one of the same task. The order is encrypted. */
  void put(DeployOrder order, JobState state);

  /** The job of a task, or null. */
  @Nullable Job find(UUID deployment);

  /** The job whose machine has this network card, or null. */
  @Nullable Job findByMac(MacAddress mac);

  /** All jobs. */
  List<Job> all();

  /**
   * Compare-and-set: writes the state if nobody did since {@code seen} was read, and wakes the
   * task.
   *
   * @return false when somebody did, or the job is gone: read again
   */
  boolean update(Job seen, JobState state);

  /** Removes the job; also when there is none. */
  void remove(UUID deployment);

  /**
   * Has the task looked at again soon: something it waits for has happened. Changes no job and
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
