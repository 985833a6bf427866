package org.novabm.cli.messages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.novabm.conf.VersionLine;
import org.novabm.messaging.rpc.OutgoingCall;
import org.novabm.messaging.wire.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "spawn",
    description = "Turns a free machine into an instance.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
final class SpawnMessage implements Callable<Integer> {

  @Parameters(paramLabel = "<instance>", description = "The new instance's uuid.")
  private UUID instance = new UUID(0, 0);

  @Option(
      names = "--image",
      required = true,
      paramLabel = "REF",
      description = "http(s) address, file: address, or name below image_root.")
  private String image = "";

  @Option(names = "--sha256", paramLabel = "HEX", description = "Digest of the image as stored.")
  private @Nullable String sha256;

  @Option(names = "--name", paramLabel = "NAME", description = "Its name, also its host name.")
  private @Nullable String name;

  @Option(
      names = "--memory-mb",
      paramLabel = "MIB",
      defaultValue = "1",
      description = "Memory it needs; ${DEFAULT-VALUE} by default.")
  private int memoryMb;

  @Option(
      names = "--vcpus",
      paramLabel = "N",
      defaultValue = "1",
      description = "Processors it needs; ${DEFAULT-VALUE} by default.")
  private int vcpus;

  @Option(
      names = "--root-gb",
      paramLabel = "GIB",
      defaultValue = "0",
      description = "Disk it needs; ${DEFAULT-VALUE} by default.")
  private int rootGb;

  @Option(
      names = "--node",
      paramLabel = "UUID",
      description = "Take this node; the best fit by default.")
  private @Nullable UUID node;

  @Option(
      names = "--network",
      paramLabel = "ID",
      description = "Network id; tenant_networks tells its VLAN. May be repeated.")
  private List<String> networks = new ArrayList<>();

  @Option(names = "--user-data", paramLabel = "FILE", description = "For cloud-init.")
  private @Nullable Path userData;

  @Option(names = "--meta", paramLabel = "KEY=VALUE", description = "Metadata; may be repeated.")
  private Map<String, String> metadata = new LinkedHashMap<>();

  @Mixin private ComputeRequest conversation = new ComputeRequest();

  @Override
  public Integer call() throws Exception {
    return conversation.ask(OutgoingCall.brief("spawn", arguments()));
  }

  private ObjectNode arguments() throws IOException {
    ObjectNode args = Json.object().put("instance_uuid", instance.toString());
    ObjectNode picture = args.putObject("image");
    picture.put(image.contains("://") || image.startsWith("file:") ? "location" : "id", image);
    if (sha256 != null) {
      picture.put("sha256", sha256);
    }
    args.putObject("flavor").put("memory_mb", memoryMb).put("vcpus", vcpus).put("root_gb", rootGb);
    if (name != null) {
      args.put("name", name);
    }
    if (node != null) {
      args.put("node", node.toString());
    }
    if (!networks.isEmpty()) {
      networks.forEach(args.putArray("networks")::add);
    }
    if (userData != null) {
      args.put("user_data", Base64.getEncoder().encodeToString(Files.readAllBytes(userData)));
    }
    if (!metadata.isEmpty()) {
      metadata.forEach(args.putObject("metadata")::put);
    }
    return args;
  }
}
