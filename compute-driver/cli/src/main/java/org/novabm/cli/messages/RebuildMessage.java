package org.novabm.cli.messages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
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
    name = "rebuild",
    description = "Writes an image over the disk of an instance, which stays on its machine.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
final class RebuildMessage implements Callable<Integer> {

  @Parameters(paramLabel = "<instance>", description = "The instance's uuid.")
  private UUID instance = new UUID(0, 0);

  @Option(
      names = "--image",
      required = true,
      paramLabel = "REF",
      description = "http(s) address, file: address, or name below image_root.")
  private String image = "";

  @Option(names = "--sha256", paramLabel = "HEX", description = "Digest of the image as stored.")
  private @Nullable String sha256;

  @Option(
      names = "--user-data",
      paramLabel = "FILE",
      description = "For cloud-init; as it was by default.")
  private @Nullable Path userData;

  @Mixin private ComputeRequest conversation = new ComputeRequest();

  @Override
  public Integer call() throws Exception {
    return conversation.ask(OutgoingCall.brief("rebuild", arguments()));
  }

  private ObjectNode arguments() throws IOException {
    ObjectNode args = Json.object().put("instance_uuid", instance.toString());
    ObjectNode picture = args.putObject("image");
    picture.put(image.contains("://") || image.startsWith("file:") ? "location" : "id", image);
    if (sha256 != null) {
      picture.put("sha256", sha256);
    }
    if (userData != null) {
      args.put("user_data", Base64.getEncoder().encodeToString(Files.readAllBytes(userData)));
    }
    return args;
  }
}
