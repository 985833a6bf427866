package org.novabm.messaging.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.novabm.console.ConsoleOutput;
import org.novabm.instance.Instance;
import org.novabm.instance.InstanceRequest;
import org.novabm.memory.MemoryNodeStore;
import org.novabm.memory.MemoryRecords;
import org.novabm.messaging.RecordingDriver;
import org.novabm.messaging.SampleInstance;
import org.novabm.messaging.Samples;
import org.novabm.messaging.rpc.RpcInterface;
import org.novabm.messaging.rpc.RpcMethod;
import org.novabm.messaging.wire.Json;
import org.novabm.messaging.wire.Request;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The examples and schemas of docs/messages.md against what is really read. */
class DocumentedMessagesTest {

  private static final Path DOCS = Path.of(System.getProperty("novabm.checkout", "../.."), "docs");
  private static final Pattern EXAMPLE =
      Pattern.compile("<!-- example: (\\w+) -->\\s*```json\\s*(.*?)```", Pattern.DOTALL);

  private final RecordingDriver driver = new RecordingDriver();
  private final MemoryRecords instances = new MemoryRecords(new MemoryNodeStore());

  @Test
  void everyExampleIsObeyed() throws Exception {
    Matcher examples = EXAMPLE.matcher(Files.readString(DOCS.resolve("messages.md")));
    InstanceRequest running =
        SampleInstance.request(UUID.fromString("6d1b7c3e-52ab-4c0f-9a64-0d3f2f7e1b11"));
    instances.put(Instance.begin(running, RecordingDriver.TASK, SampleInstance.CREATED));
    int count = 0;
    while (examples.find()) {
      Request request = Samples.request(Json.object(examples.group(2)));
      assertThat(request.method()).isEqualTo(examples.group(1));
      method(request.namespace(), request.method()).handler().handle(request);
      assertConforms(request.args(), schema(request.method()));
      count++;
    }
    assertThat(count).isEqualTo(6);
    assertThat(driver.asked).hasSize(6);
    assertThat(driver.spawned.getFirst().image().sha256()).hasSize(64);
    assertThat(driver.spawned.getFirst().networks().getFirst().vlan()).isEqualTo(120);
    assertThat(driver.rebuilt.getFirst().image().sha256()).hasSize(64);
  }

  @Test
  void theSchemasNameTheVeryArguments() throws Exception {
    for (String name : Set.of("spawn", "rebuild", "destroy", "start", "stop", "reboot")) {
      RpcMethod method = method("novabm", name);
      JsonNode schema = schema(name);

      assertThat(texts(schema.get("required"))).isEqualTo(method.required());
      assertThat(Set.copyOf(schema.get("properties").propertyNames()))
          .isEqualTo(
              Stream.concat(method.required().stream(), method.optional().stream())
                  .collect(Collectors.toSet()));
    }
  }

  /** Names and required members; no JSON Schema library is at hand. */
  private static void assertConforms(JsonNode args, JsonNode schema) {
    assertThat(schema.get("properties").propertyNames()).containsAll(args.propertyNames());
    assertThat(args.propertyNames()).containsAll(texts(schema.get("required")));
  }

  private RpcMethod method(@Nullable String namespace, String name) {
    for (RpcInterface candidate :
        ComputeInterfaces.of(
            driver,
            ConsoleOutput.NONE,
            (doing, instance, reason, context) -> {},
            instances,
            "compute")) {
      if (Objects.equals(candidate.namespace(), namespace)
          && candidate.version().major() == 1
          && candidate.methods().containsKey(name)) {
        return candidate.methods().get(name);
      }
    }
    throw new AssertionError("no method " + name);
  }

  private static ObjectNode schema(String name) throws Exception {
    return Json.object(Files.readString(DOCS.resolve("schemas").resolve(name + ".json")));
  }

  private static Set<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::stringValue).collect(Collectors.toSet());
  }
}
