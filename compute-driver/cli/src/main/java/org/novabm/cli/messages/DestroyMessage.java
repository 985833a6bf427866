package org.novabm.cli.messages;

import java.util.UUID;
import java.util.concurrent.Callable;
import org.novabm.conf.VersionLine;
import org.novabm.messaging.rpc.OutgoingCall;
import org.novabm.messaging.wire.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "destroy",
    description = "Takes an instance off its machine, also in the middle of its spawn.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
final class DestroyMessage implements Callable<Integer> {

  @Parameters(paramLabel = "<instance>", description = "The instance's uuid.")
  private UUID instance = new UUID(0, 0);

  @Mixin private ComputeRequest conversation = new ComputeRequest();

  @Override
  public Integer call() throws Exception {
    return conversation.ask(
        OutgoingCall.brief("destroy", Json.object().put("instance_uuid", instance.toString())));
  }
}
