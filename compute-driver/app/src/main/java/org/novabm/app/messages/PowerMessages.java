package org.novabm.app.messages;

import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.novabm.app.VersionLine;
import org.novabm.messaging.rpc.OutgoingCall;
import org.novabm.messaging.wire.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** Nova's own requests for the power of an instance, in the form of compute API 3.0. */
final class PowerMessages {

  private static final String API = "3.0";

  private PowerMessages() {}

  private static OutgoingCall of(String method, UUID instance, @Nullable String rebootType) {
    ObjectNode args = Json.object();
    args.putObject("instance").put("uuid", instance.toString());
    if (rebootType != null) {
      args.putNull("block_device_info").put("reboot_type", rebootType);
    }
    ObjectNode context = Json.object().put("request_id", "req-" + UUID.randomUUID());
    return new OutgoingCall(method, args, API, null, context);
  }

  @Command(
      name = "start",
      description = "Switches a stopped instance on.",
      mixinStandardHelpOptions = true,
      versionProvider = VersionLine.class)
  static final class Start implements Callable<Integer> {
    @Parameters(paramLabel = "<instance>", description = "The instance's uuid.")
    private UUID instance = new UUID(0, 0);

    @Mixin private Conversation conversation = new Conversation();

    @Override
    public Integer call() throws Exception {
      return conversation.ask(of("start_instance", instance, null));
    }
  }

  @Command(
      name = "stop",
      description = "Shuts an instance down, and cuts its power when it does not.",
      mixinStandardHelpOptions = true,
      versionProvider = VersionLine.class)
  static final class Stop implements Callable<Integer> {
    @Parameters(paramLabel = "<instance>", description = "The instance's uuid.")
    private UUID instance = new UUID(0, 0);

    @Mixin private Conversation conversation = new Conversation();

    @Override
    public Integer call() throws Exception {
      return conversation.ask(of("stop_instance", instance, null));
    }
  }

  @Command(
      name = "reboot",
      description = "Cycles an instance's power.",
      mixinStandardHelpOptions = true,
      versionProvider = VersionLine.class)
  static final class Reboot implements Callable<Integer> {
    @Parameters(paramLabel = "<instance>", description = "The instance's uuid.")
    private UUID instance = new UUID(0, 0);

    @Mixin private Conversation conversation = new Conversation();

    @Override
    public Integer call() throws Exception {
      return conversation.ask(of("reboot_instance", instance, "HARD"));
    }
  }
}
