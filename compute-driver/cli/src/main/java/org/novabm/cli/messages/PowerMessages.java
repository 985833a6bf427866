package org.novabm.cli.messages;

import java.util.UUID;
import java.util.concurrent.Callable;
import org.novabm.conf.VersionLine;
import org.novabm.messaging.rpc.OutgoingCall;
import org.novabm.messaging.wire.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** Requests for the power of an instance. */
final class PowerMessages {

  private PowerMessages() {}

  private static ObjectNode of(UUID instance) {
    return Json.object().put("instance_uuid", instance.toString());
  }

  @Command(
      name = "start",
      description = "Switches a stopped instance on.",
      mixinStandardHelpOptions = true,
      versionProvider = VersionLine.class)
  static final class Start implements Callable<Integer> {
    @Parameters(paramLabel = "<instance>", description = "The instance's uuid.")
    private UUID instance = new UUID(0, 0);

    @Mixin private ComputeRequest conversation = new ComputeRequest();

    @Override
    public Integer call() throws Exception {
      return conversation.ask(OutgoingCall.brief("start", of(instance)));
    }
  }

  @Command(
      name = "stop",
      description = "Shuts an instance down, and cuts its power if it does not react.",
      mixinStandardHelpOptions = true,
      versionProvider = VersionLine.class)
  static final class Stop implements Callable<Integer> {
    @Parameters(paramLabel = "<instance>", description = "The instance's uuid.")
    private UUID instance = new UUID(0, 0);

    @Option(names = "--now", description = "Cut the power at once.")
    private boolean now;

    @Mixin private ComputeRequest conversation = new ComputeRequest();

    @Override
    public Integer call() throws Exception {
      return conversation.ask(OutgoingCall.brief("stop", of(instance).put("clean_shutdown", !now)));
    }
  }

  @Command(
      name = "reboot",
      description = "Cycles an instance's power; switches a stopped one on.",
      mixinStandardHelpOptions = true,
      versionProvider = VersionLine.class)
  static final class Reboot implements Callable<Integer> {
    @Parameters(paramLabel = "<instance>", description = "The instance's uuid.")
    private UUID instance = new UUID(0, 0);

    @Option(
        names = "--soft",
        description = "Shut it down first, and cut its power only if it does not react.")
    private boolean soft;

    @Mixin private ComputeRequest conversation = new ComputeRequest();

    @Override
    public Integer call() throws Exception {
      return conversation.ask(
          OutgoingCall.brief("reboot", of(instance).put("reboot_type", soft ? "SOFT" : "HARD")));
    }
  }
}
