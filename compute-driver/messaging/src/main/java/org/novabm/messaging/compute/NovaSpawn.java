package org.novabm.messaging.compute;

import java.util.UUID;
import org.novabm.instance.InstanceRequest;
import org.novabm.messaging.wire.Request;

/**
 * {@code run_instance} and {@code build_and_run_instance} of every release: dictionary or object,
 * told per argument.
 */
final class NovaSpawn implements SpawnReader {

  @Override
  public InstanceRequest read(Request request) throws UnusableValueException {
    Fields args = Fields.of(request.args(), "");
    Fields instance = args.child("instance");
    UUID uuid = instance.requiredUuid("uuid");
    String name = Names.name(instance, uuid);
    Unheeded.check(uuid, args, instance);
    return new InstanceRequest(
        uuid,
        name,
        Names.hostname(instance, name),
        FlavorReader.read(args, instance),
        ImageReader.read(args, instance),
        args.uuid("node"),
        NetworkReader.read(args, instance),
        UserData.read(instance),
        UserData.keys(instance),
        Pairs.of(instance.get("metadata"), instance.path("metadata")),
        Contexts.of(request));
  }
}
