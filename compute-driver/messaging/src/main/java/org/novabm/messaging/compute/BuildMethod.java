package org.novabm.messaging.compute;

import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.novabm.driver.DriverAnswer;
import org.novabm.instance.InstanceRequest;
import org.novabm.messaging.rpc.CallRefusedException;
import org.novabm.messaging.rpc.RpcMethod;
import org.novabm.messaging.wire.Failure;
import org.novabm.messaging.wire.Request;
import tools.jackson.databind.JsonNode;

/**
 * Reads what an instance is to be and hands it to the driver.
 *
 * @param doing Nova's word in the names of notifications, for example {@code create}
 * @param reader reads the message
 * @param driver does what it asks for
 * @param refusals is told of a cast that cannot be used
 * @param form of the answer
 */
record BuildMethod(
    String doing,
    RequestReader reader,
    Function<InstanceRequest, DriverAnswer> driver,
    RefusedRequests refusals,
    AnswerForm form)
    implements RpcMethod.Handler {

  @Override
  public @Nullable JsonNode handle(Request request) throws CallRefusedException {
    try {
      return form.answer(request, driver.apply(reader.read(request)));
    } catch (UnusableValueException e) {
      UUID instance = InstanceArgument.find(request);
      if (!request.isCall() && instance != null) {
        refusals.refused(doing, instance, String.valueOf(e.getMessage()), Contexts.of(request));
      }
      throw new CallRefusedException(Failure.valueError(String.valueOf(e.getMessage())));
    }
  }
}
