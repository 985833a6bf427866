package org.novabm.driver;

import java.util.UUID;
import org.novabm.instance.InstanceRequest;

/**
 * What the messages ask a compute host to do. Every operation only puts the request on record and
 * wakes the work; all are idempotent.
 */
public interface ComputeDriver {

  /**
   * Turns a free node into the instance. A second spawn of a live instance is {@link
   * DriverAnswer.Already}.
   */
  DriverAnswer spawn(InstanceRequest request);

  /**
   * Puts an image on the instance's node once more.
   *
   * @param request what it is to be from now on; its uuid is the instance's
   */
  DriverAnswer rebuild(UUID instance, InstanceRequest request);

  /** Takes the instance off its node, also in the middle of its spawn and out of {@code error}. */
  DriverAnswer destroy(UUID instance);

  /** Gives up what is being done to the instance, and takes back what had begun. */
  DriverAnswer cancel(UUID instance);

  /** Switches the instance's machine on, also where the record says that it is. */
  DriverAnswer start(UUID instance);

  /** Switches the instance's machine off, also where the record says that it is. */
  DriverAnswer stop(UUID instance, Manner manner);

  /** Restarts an active instance; one that is stopped is switched on. */
  DriverAnswer reboot(UUID instance, Manner manner);
}
