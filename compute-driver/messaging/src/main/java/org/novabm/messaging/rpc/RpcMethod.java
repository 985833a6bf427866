package org.novabm.messaging.rpc;

import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.novabm.messaging.wire.Failure;
import org.novabm.messaging.wire.Request;
import tools.jackson.databind.JsonNode;

/**
 * A method others may call.
 *
 * @param name as it stands in messages
 * @param required arguments that must be there
 * @param optional arguments that may be there; any other one is refused
 * @param changes whether it changes something: such a request is put on record before it is
 *     acknowledged
 * @param lane requests of one lane are handled in order; for example the instance's uuid
 * @param handler does it
 */
public record RpcMethod(
    String name,
    Set<String> required,
    Set<String> optional,
    boolean changes,
    Function<Request, String> lane,
    Handler handler) {

  /** The work of a method. */
  @FunctionalInterface
  public interface Handler {

    /**
     * Does it; idempotent, since after a crash it is done again.
     *
     * @return the result of a call, null for none
     * @throws CallRefusedException when it cannot be done, ever
     */
    @Nullable JsonNode handle(Request request) throws CallRefusedException;
  }

  public RpcMethod {
    required = Set.copyOf(required);
    optional = Set.copyOf(optional);
  }

  /** A method that changes nothing and so needs no order. */
  public static RpcMethod reading(
      String name, Set<String> required, Set<String> optional, Handler handler) {
    return new RpcMethod(name, required, optional, false, Request::uniqueId, handler);
  }

  void check(Request request) throws CallRefusedException {
    for (String argument : request.args().propertyNames()) {
      if (!required.contains(argument) && !optional.contains(argument)) {
        throw new CallRefusedException(Failure.unexpectedArgument(name, argument));
      }
    }
    for (String argument : required) {
      if (!request.args().has(argument)) {
        throw new CallRefusedException(Failure.missingArgument(name, argument));
      }
    }
  }
}
