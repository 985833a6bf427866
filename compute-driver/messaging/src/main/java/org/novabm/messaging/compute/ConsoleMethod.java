package org.novabm.messaging.compute;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.console.ConsoleOutput;
import org.novabm.messaging.rpc.CallRefusedException;
import org.novabm.messaging.rpc.RpcMethod;
import org.novabm.messaging.wire.Failure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** {@code get_console_output}: the end of what was recorded of the machine's serial line. */
final class ConsoleMethod {

  /** As much as Nova's own drivers answer with, in characters. */
  private static final int MOST = 100 << 10;

  private ConsoleMethod() {}

  static RpcMethod of(ConsoleOutput consoles) {
    return RpcMethod.reading(
        "get_console_output",
        Set.of("instance"),
        Set.of("tail_length"),
        request -> {
          UUID instance = InstanceArgument.of(request);
          String said = consoles.output(instance, lines(request.args().get("tail_length")));
          if (said == null) {
            throw none(instance);
          }
          return StringNode.valueOf(said.substring(Math.max(0, said.length() - MOST)));
        });
  }

  /** Callers send a number, its text, null or -1; the latter two mean all. */
  private static int lines(@Nullable JsonNode tail) {
    return tail == null ? 0 : tail.asInt(0);
  }

  /** Nova's API makes 404 of this. */
  private static CallRefusedException none(UUID instance) {
    return new CallRefusedException(
        Failure.nova(
            "ConsoleNotAvailable",
            "Nothing is recorded of the console of instance "
                + instance
                + "; its machine said nothing, or its power manager has no way to its serial line",
            Map.of("instance_uuid", instance.toString(), "code", 404)));
  }
}
