package org.novabm.messaging.compute;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.RequestedNetwork;
import org.novabm.messaging.wire.Request;
import org.novabm.spi.deploy.ImageRef;

/**
 * What Nova's messages that make an instance have in common.
 *
 * @param request the message
 * @param args its arguments
 * @param fields the instance among them, dictionary or object
 * @param uuid the instance's
 */
record NovaInstance(Request request, Fields args, Fields fields, UUID uuid) {

  static NovaInstance of(Request request) throws UnusableValueException {
    Fields args = Fields.of(request.args(), "");
    Fields fields = args.child("instance");
    return new NovaInstance(request, args, fields, fields.requiredUuid("uuid"));
  }

  InstanceRequest with(ImageRef image, @Nullable UUID node, List<RequestedNetwork> networks)
      throws UnusableValueException {
    String name = Names.name(fields, uuid);
    Unheeded.check(uuid, args, fields);
    return new InstanceRequest(
        uuid,
        name,
        Names.hostname(fields, name),
        FlavorReader.read(args, fields),
        image,
        node,
        networks,
        UserData.read(fields),
        UserData.keys(fields),
        Pairs.of(fields.get("metadata"), fields.path("metadata")),
        Contexts.of(request));
  }
}
