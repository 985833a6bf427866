package org.novabm.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.novabm.conf.ConfigArguments;
import org.novabm.conf.ConfigSearch;
import org.novabm.conf.service.ServiceBroker;
import org.novabm.conf.settings.Settings;
import org.novabm.messaging.rpc.BrokerSettings;
import org.novabm.messaging.rpc.OutgoingCall;
import org.novabm.messaging.rpc.RpcCaller;
import org.novabm.messaging.wire.Json;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** Spawns and destroys on fake back ends, as fast as the service can; prints rates and CPU time. */
@Command(
    name = "bench spawn",
    description =
        "Enrols fake nodes, spawns and destroys an instance on each by messages, prints rates and CPU.",
    mixinStandardHelpOptions = true)
public final class SpawnBench implements Callable<Integer> {

  @Option(names = "--nodes", defaultValue = "1000", description = "how many (${DEFAULT-VALUE})")
  private int nodes;

  @Option(
      names = "--pid",
      split = ",",
      required = true,
      description = "processes whose CPU time is counted")
  private List<Long> pids = List.of();

  @Mixin private ConfigArguments configuration = new ConfigArguments();

  public static void main(String... arguments) {
    System.exit(new CommandLine(new SpawnBench()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    Settings settings = Settings.from(configuration.read(ConfigSearch.of("nova-compute")));
    Enrolment enrolment = new Enrolment(settings);
    measure("enrol by REST", () -> enrolment.enrol(nodes));
    List<UUID> instances = new ArrayList<>();
    for (int i = 0; i < nodes; i++) {
      instances.add(UUID.randomUUID());
    }
    String target = settings.messaging().computeTopic() + "." + settings.host().host();
    BrokerSettings broker = ServiceBroker.of(settings, "novabm-bench");
    try (RpcCaller caller = RpcCaller.connect(broker, settings.messaging().controlExchange());
        EventCounter events = EventCounter.listen(broker.url())) {
      measure(
          "spawn",
          () -> {
            for (UUID instance : instances) {
              caller.cast(target, OutgoingCall.brief("spawn", spawn(instance)));
            }
            events.await("compute.instance.create.end", nodes);
          });
      measure(
          "destroy",
          () -> {
            for (UUID instance : instances) {
              caller.cast(
                  target,
                  OutgoingCall.brief(
                      "destroy", Json.object().put("instance_uuid", instance.toString())));
            }
            events.await("compute.instance.delete.end", nodes);
          });
    }
    return 0;
  }

  private static ObjectNode spawn(UUID instance) {
    ObjectNode args = Json.object().put("instance_uuid", instance.toString());
    args.putObject("image").put("id", "fake");
    args.putObject("flavor").put("memory_mb", 512).put("vcpus", 1).put("root_gb", 1);
    return args;
  }

  private interface Work {
    void run() throws IOException, InterruptedException, ExecutionException;
  }

  private void measure(String what, Work work)
      throws IOException, InterruptedException, ExecutionException {
    Duration before = ProcessTimes.cpu(pids);
    long start = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    double cpu = ProcessTimes.cpu(pids).minus(before).toMillis();
    System.out.printf(
        java.util.Locale.ROOT,
        "%-16s %6d in %6.2f s  %8.1f/s  %6.2f ms CPU each%n",
        what,
        nodes,
        seconds,
        nodes / seconds,
        cpu / nodes);
  }
}
