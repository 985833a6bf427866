package org.novabm.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

  private static final int LISTS = 100;

  @Option(names = "--nodes", defaultValue = "1000", description = "how many (${DEFAULT-VALUE})")
  private int nodes;

  @Option(
      names = "--pid",
      split = ",",
      required = true,
      description = "processes whose CPU time is counted")
  private List<Long> pids = List.of();

  @Option(
      names = "--warm-up",
      defaultValue = "0",
      description = "so many are enrolled, spawned and destroyed before (${DEFAULT-VALUE})")
  private int warmUp;

  @Option(
      names = "--together",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "half of them are enrolled a hundred a request (${DEFAULT-VALUE})")
  private boolean together;

  private CommitCounter counter = CommitCounter.NONE;

  @Mixin private ConfigArguments configuration = new ConfigArguments();

  public static void main(String... arguments) {
    System.exit(new CommandLine(new SpawnBench()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException, SQLException {
    Settings settings = Settings.from(configuration.read(ConfigSearch.of("nova-compute")));
    Enrolment enrolment = new Enrolment(settings);
    counter = CommitCounter.of(settings.database().jdbc().database(1));
    enrolment.plug();
    String target = settings.messaging().computeTopic() + "." + settings.host().host();
    BrokerSettings broker = ServiceBroker.of(settings, "novabm-bench");
    try (RpcCaller caller = RpcCaller.connect(broker, settings.messaging().controlExchange());
        EventCounter events = EventCounter.listen(broker.url())) {
      Machines machines = new Machines(caller, target, events);
      if (warmUp > 0) {
        System.out.println("warm-up");
        enrolment.oneByOne(0, warmUp);
        machines.spawn(warmUp, instances(warmUp));
        machines.destroy(warmUp);
      }
      int alone = together ? nodes / 2 : nodes;
      int rest = nodes - alone;
      measure("enrol, one by one", alone, () -> enrolment.oneByOne(warmUp, alone));
      if (together) {
        measure("enrol, hundreds", rest, () -> enrolment.together(warmUp + alone, rest));
      }
      List<UUID> all = instances(nodes);
      measure("spawn", nodes, () -> machines.spawn(nodes, all));
      measure("list a thousand", LISTS, () -> list(enrolment));
      measure("destroy", nodes, () -> machines.destroy(nodes));
    }
    return 0;
  }

  private static void list(Enrolment enrolment) throws IOException, InterruptedException {
    for (int i = 0; i < LISTS; i++) {
      enrolment.list();
    }
  }

  private static List<UUID> instances(int many) {
    return Stream.generate(UUID::randomUUID).limit(many).toList();
  }

  /** Instances that are asked for by messages, all at once. */
  private static final class Machines {
    private final RpcCaller caller;
    private final String target;
    private final EventCounter events;
    private List<UUID> instances = List.of();
    private int created;
    private int deleted;

    Machines(RpcCaller caller, String target, EventCounter events) {
      this.caller = caller;
      this.target = target;
      this.events = events;
    }

    void spawn(int many, List<UUID> all) throws IOException, InterruptedException {
      instances = all;
      for (UUID instance : instances) {
        caller.cast(target, OutgoingCall.brief("spawn", SpawnBench.spawn(instance)));
      }
      created += many;
      events.await("compute.instance.create.end", created);
    }

    void destroy(int many) throws IOException, InterruptedException {
      for (UUID instance : instances) {
        ObjectNode which = Json.object().put("instance_uuid", instance.toString());
        caller.cast(target, OutgoingCall.brief("destroy", which));
      }
      deleted += many;
      events.await("compute.instance.delete.end", deleted);
    }
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

  private void measure(String what, int many, Work work)
      throws IOException, InterruptedException, ExecutionException, SQLException {
    Duration before = ProcessTimes.cpu(pids);
    CommitCounter.Count counted = counter.now();
    long start = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    double cpu = ProcessTimes.cpu(pids).minus(before).toMillis();
    System.out.printf(
        Locale.ROOT,
        "%-18s %6d in %6.2f s  %8.1f/s  %6.2f ms CPU each%s%n",
        what,
        many,
        seconds,
        many / seconds,
        cpu / many,
        since(counted, many));
  }

  private String since(CommitCounter.@Nullable Count before, int many) throws SQLException {
    CommitCounter.Count now = counter.now();
    return now == null || before == null
        ? ""
        : String.format(
            Locale.ROOT,
            "  %6.2f commits  %6.2f statements each",
            (double) (now.commits() - before.commits()) / many,
            (double) (now.statements() - before.statements()) / many);
  }
}
