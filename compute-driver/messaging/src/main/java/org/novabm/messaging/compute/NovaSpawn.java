package org.novabm.messaging.compute;

import org.novabm.instance.InstanceRequest;
import org.novabm.messaging.wire.Request;

/**
 * {@code run_instance} and {@code build_and_run_instance} of every release: dictionary or object,
 * told per argument.
 */
final class NovaSpawn implements RequestReader {

  @Override
  public InstanceRequest read(Request request) throws UnusableValueException {
    NovaInstance instance = NovaInstance.of(request);
    Fields args = instance.args();
    return instance.with(
        ImageReader.read(args, instance.fields()),
        args.uuid("node"),
        NetworkReader.read(args, instance.fields()));
  }
}
