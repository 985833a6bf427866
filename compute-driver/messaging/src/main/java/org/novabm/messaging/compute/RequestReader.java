package org.novabm.messaging.compute;

import org.novabm.instance.InstanceRequest;
import org.novabm.messaging.rpc.CallRefusedException;
import org.novabm.messaging.wire.Request;

/** Reads a message that says what an instance is to be. */
@FunctionalInterface
interface RequestReader {

  /**
   * Reads it whole.
   *
   * @throws CallRefusedException when it is about an instance that is not here
   */
  InstanceRequest read(Request request) throws UnusableValueException, CallRefusedException;
}
