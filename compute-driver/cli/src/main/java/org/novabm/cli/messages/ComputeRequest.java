package org.novabm.cli.messages;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.novabm.conf.ConfigArguments;
import org.novabm.conf.ConfigSearch;
import org.novabm.conf.service.RestAddress;
import org.novabm.conf.service.ServiceBroker;
import org.novabm.conf.settings.Settings;
import org.novabm.messaging.rpc.OutgoingCall;
import org.novabm.messaging.rpc.RemoteFailureException;
import org.novabm.messaging.rpc.RpcCaller;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** One request to the configured compute host, and its outcome; a picocli mixin. */
final class ComputeRequest {

  @Mixin private ConfigArguments configuration = new ConfigArguments();

  @Option(names = "--follow", description = "Show the steps as they are taken, until the end.")
  private boolean follow;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  /**
   * Sends it as a call, so that a refusal is heard.
   *
   * @return the exit code
   */
  int ask(OutgoingCall request)
      throws IOException, RemoteFailureException, TimeoutException, InterruptedException {
    Settings settings = Settings.from(configuration.read(ConfigSearch.of("nova-compute")));
    var out = command.commandLine().getOut();
    Follower follower = follow ? follower(settings, request, out) : null;
    try (RpcCaller caller = connect(settings)) {
      String target = settings.messaging().computeTopic() + "." + settings.host().host();
      JsonNode answer = answer(caller, target, request, settings.messaging().rpcResponseTimeout());
      if (follower == null || !answer.path("task").isString()) {
        out.println(answer);
        return 0;
      }
      return follow(follower, request.method().equals("destroy"));
    }
  }

  /** What was done before the request is not shown, so it is asked for first. */
  private static Follower follower(Settings settings, OutgoingCall request, PrintWriter out)
      throws IOException {
    UUID instance = UUID.fromString(request.args().path("instance_uuid").asString());
    Follower follower = new Follower(RestAddress.of(settings), out, instance);
    try {
      follower.passOver();
    } catch (IOException e) {
      throw new IOException(
          "nothing was sent, because --follow needs the REST API: " + e.getMessage(), e);
    }
    return follower;
  }

  private static int follow(Follower follower, boolean destroying)
      throws IOException, InterruptedException {
    try {
      return follower.follow(destroying);
    } catch (IOException e) {
      throw new IOException(e.getMessage() + "; the request itself is on record", e);
    }
  }

  private static JsonNode answer(
      RpcCaller caller, String target, OutgoingCall request, Duration patience)
      throws IOException, RemoteFailureException, TimeoutException, InterruptedException {
    try {
      return caller.call(target, request, patience);
    } catch (TimeoutException e) {
      TimeoutException told =
          new TimeoutException(
              "no answer from %s in %d s; the request lies in its queue and may still be carried out. Look at %s of the service's REST API (peers, broker), its log, and whether queue %s has a consumer"
                  .formatted(target, patience.toSeconds(), "/actuator/health", target));
      told.initCause(e);
      throw told;
    }
  }

  private static RpcCaller connect(Settings settings) throws IOException {
    var messaging = settings.messaging();
    return RpcCaller.connect(
        ServiceBroker.of(settings, "nova-baremetal-instancemanager"), messaging.controlExchange());
  }
}
