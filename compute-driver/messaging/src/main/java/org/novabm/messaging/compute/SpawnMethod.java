package org.novabm.messaging.compute;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.driver.ComputeDriver;
import org.novabm.messaging.rpc.CallRefusedException;
import org.novabm.messaging.rpc.RpcMethod;
import org.novabm.messaging.wire.Failure;
import org.novabm.messaging.wire.Request;
import tools.jackson.databind.JsonNode;

/** Reads a spawn and hands it to the driver. */
final class SpawnMethod implements RpcMethod.Handler {

  private final SpawnReader reader;
  private final ComputeDriver driver;
  private final RefusedSpawns refusals;
  private final AnswerForm form;

  SpawnMethod(SpawnReader reader, ComputeDriver driver, RefusedSpawns refusals, AnswerForm form) {
    this.reader = reader;
    this.driver = driver;
    this.refusals = refusals;
    this.form = form;
  }

  @Override
  public @Nullable JsonNode handle(Request request) throws CallRefusedException {
    try {
      return form.answer(request, driver.spawn(reader.read(request)));
    } catch (UnusableValueException e) {
      UUID instance = InstanceArgument.find(request);
      if (!request.isCall() && instance != null) {
        refusals.refused(instance, String.valueOf(e.getMessage()), Contexts.of(request));
      }
      throw new CallRefusedException(Failure.valueError(String.valueOf(e.getMessage())));
    }
  }
}
