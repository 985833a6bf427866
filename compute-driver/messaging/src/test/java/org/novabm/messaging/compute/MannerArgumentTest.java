package org.novabm.messaging.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novabm.console.ConsoleOutput;
import org.novabm.memory.MemoryNodeStore;
import org.novabm.memory.MemoryRecords;
import org.novabm.messaging.Messages;
import org.novabm.messaging.RecordingDriver;
import org.novabm.messaging.Samples;
import org.novabm.messaging.rpc.CallRefusedException;
import org.novabm.messaging.rpc.RpcMethod;
import org.novabm.messaging.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of the arguments by which Nova says how an instance is switched off. */
class MannerArgumentTest {

  private static final UUID INSTANCE = UUID.fromString("6d1b7c3e-52ab-4c0f-9a64-0d3f2f7e1b11");

  private final RecordingDriver driver = new RecordingDriver();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          stop_instance      | {}                                                | stop
          stop_instance      | {"clean_shutdown": true}                          | stop
          stop_instance      | {"clean_shutdown": null}                          | stop
          stop_instance      | {"clean_shutdown": false}                         | stop hard
          terminate_instance | {"clean_shutdown": false}                         | destroy
          reboot_instance    | {}                                                | reboot hard
          reboot_instance    | {"reboot_type": "HARD"}                           | reboot hard
          reboot_instance    | {"reboot_type": "SOFT", "block_device_info": {}}  | reboot
          reboot_instance    | {"reboot_type": "SOFT", "clean_shutdown": false}  | reboot hard
          """)
  void theDriverIsToldHow(String method, String arguments, String asked) throws Exception {
    handle(method, arguments);
    assertThat(driver.asked).containsExactly(asked + " " + INSTANCE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          stop_instance   | {"clean_shutdown": "no"}  | clean_shutdown: is neither true nor false
          reboot_instance | {"reboot_type": "WARM"}   | reboot_type: 'WARM' is neither SOFT nor HARD
          """)
  void anotherWordIsRefused(String method, String arguments, String message) {
    assertThatThrownBy(() -> handle(method, arguments))
        .isInstanceOfSatisfying(
            CallRefusedException.class,
            refused -> assertThat(refused.failure().message()).isEqualTo(message));
    assertThat(driver.asked).isEmpty();
  }

  private void handle(String method, String arguments) throws Exception {
    ObjectNode message = Messages.nova(method, INSTANCE);
    ((ObjectNode) message.get("args")).setAll(Json.object(arguments));
    methodOf(method).handler().handle(Samples.request(message));
  }

  private RpcMethod methodOf(String name) {
    return ComputeInterfaces.of(
            driver,
            ConsoleOutput.NONE,
            (doing, instance, reason, context) -> {},
            new MemoryRecords(new MemoryNodeStore()),
            "compute")
        .stream()
        .filter(each -> each.namespace() == null)
        .flatMap(each -> each.methods().values().stream())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
