package org.novabm.messaging.compute;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.novabm.instance.Instance;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.InstanceStore;
import org.novabm.messaging.rpc.CallRefusedException;
import org.novabm.messaging.wire.Request;

/**
 * The short form {@code rebuild}; {@code docs/schemas/rebuild.json} describes it. What it does not
 * name stays as it is on record.
 */
final class ShortRebuild implements RequestReader {

  static final Set<String> REQUIRED = Set.of("instance_uuid", "image");
  static final Set<String> OPTIONAL = Set.of("user_data", "public_keys", "metadata");

  private final InstanceStore instances;

  ShortRebuild(InstanceStore instances) {
    this.instances = instances;
  }

  @Override
  public InstanceRequest read(Request request) throws UnusableValueException, CallRefusedException {
    Fields args = Fields.of(request.args(), "");
    UUID uuid = args.requiredUuid("instance_uuid");
    Instance known = instances.findInstance(uuid);
    if (known == null) {
      throw new CallRefusedException(AnswerForm.notFound(uuid));
    }
    InstanceRequest before = known.request();
    return new InstanceRequest(
        uuid,
        before.name(),
        before.hostname(),
        before.flavor(),
        ImageReader.readShort(args),
        before.node(),
        before.networks(),
        args.has("user_data") ? UserData.read(args) : before.userData(),
        pairs(args, "public_keys", before.publicKeys()),
        pairs(args, "metadata", before.metadata()),
        Contexts.of(request));
  }

  private static Map<String, String> pairs(Fields args, String name, Map<String, String> before)
      throws UnusableValueException {
    return args.has(name) ? Pairs.of(args.get(name), name) : before;
  }
}
