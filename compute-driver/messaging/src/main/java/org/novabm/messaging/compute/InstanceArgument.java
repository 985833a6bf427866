package org.novabm.messaging.compute;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.messaging.rpc.CallRefusedException;
import org.novabm.messaging.wire.Failure;
import org.novabm.messaging.wire.Request;

/**
 * Which instance a request is about: {@code instance} (dictionary or object) or the short form's
 * {@code instance_uuid}.
 */
final class InstanceArgument {

  private InstanceArgument() {}

  /**
   * The uuid.
   *
   * @throws CallRefusedException when there is none
   */
  static UUID of(Request request) throws CallRefusedException {
    try {
      return read(request);
    } catch (UnusableValueException e) {
      throw new CallRefusedException(Failure.valueError(String.valueOf(e.getMessage())));
    }
  }

  /** The uuid, or null when there is none. */
  static @Nullable UUID find(Request request) {
    try {
      return read(request);
    } catch (UnusableValueException e) {
      return null;
    }
  }

  /** Requests about one instance are handled in order. */
  static String lane(Request request) {
    UUID uuid = find(request);
    return uuid == null ? request.uniqueId() : uuid.toString();
  }

  private static UUID read(Request request) throws UnusableValueException {
    Fields args = Fields.of(request.args(), "");
    return args.has("instance")
        ? args.child("instance").requiredUuid("uuid")
        : args.requiredUuid("instance_uuid");
  }
}
