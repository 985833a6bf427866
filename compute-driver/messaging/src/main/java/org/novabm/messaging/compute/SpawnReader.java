package org.novabm.messaging.compute;

import org.novabm.instance.InstanceRequest;
import org.novabm.messaging.wire.Request;

/** Reads a message that asks for a new instance. */
@FunctionalInterface
interface SpawnReader {

  InstanceRequest read(Request request) throws UnusableValueException;
}
