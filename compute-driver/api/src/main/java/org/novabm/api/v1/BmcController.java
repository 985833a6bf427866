package org.novabm.api.v1;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.novabm.api.fault.Field;
import org.novabm.device.Devices;
import org.novabm.node.Node;
import org.novabm.node.NodeStore;
import org.novabm.spi.BackendException;
import org.novabm.spi.power.LocatorLight;
import org.novabm.spi.power.RestorePolicy;
import org.novabm.spi.power.RestorePolicyControl;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A node's BMC, asked now; nothing here is from a record. */
@RestController
@RequestMapping("/v1/nodes/{ref}/bmc")
class BmcController {

  private static final int MOST_EVENTS = 10_000;
  private static final int LONGEST_LIGHT = 86_400;
  private static final Duration WITHIN = Duration.ofSeconds(20);

  private final NodeStore nodes;
  private final Devices devices;

  BmcController(NodeStore nodes, Devices devices) {
    this.nodes = nodes;
    this.devices = devices;
  }

  /**
   * What is to be done.
   *
   * @param action {@code identify} or {@code restore-policy}
   * @param seconds for which the light shines; 0 switches it off
   * @param policy {@code stay_off}, {@code previous} or {@code switch_on}
   */
  record Action(@Nullable String action, @Nullable Integer seconds, @Nullable String policy) {}

  /**
   * Reads all the BMC has; with many sensors that takes seconds.
   *
   * @param events the newest so many of its log, 0 for none
   */
  @GetMapping
  BmcView show(@PathVariable String ref, @RequestParam(defaultValue = "20") int events) {
    int most = Field.whole("events", events, 0, MOST_EVENTS);
    Node node = NodeRef.require(ref, nodes);
    return devices.power(node, manager -> new BmcReading(manager).read(node, most));
  }

  @PostMapping("/action")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void act(@PathVariable String ref, @RequestBody Action body) {
    Node node = NodeRef.require(ref, nodes);
    switch (Field.word("action", body.action(), List.of("identify", "restore-policy"))) {
      case "identify" -> {
        int seconds = Field.wholeOr("seconds", body.seconds(), 0, LONGEST_LIGHT, 15);
        use(node, LocatorLight.class, can -> can.shine(Duration.ofSeconds(seconds), WITHIN));
      }
      default -> {
        RestorePolicy policy = policy(body.policy());
        use(node, RestorePolicyControl.class, can -> can.restore(policy, WITHIN));
      }
    }
  }

  private <C> void use(Node node, Class<C> capability, Consumer<C> work) {
    devices.power(
        node,
        manager -> {
          if (!capability.isInstance(manager)) {
            throw new BackendException.Unsupported(
                node.display(), "its power manager cannot do that; ipmi can");
          }
          work.accept(capability.cast(manager));
          return manager;
        });
  }

  private static RestorePolicy policy(@Nullable String text) {
    String word = Field.word("policy", text, List.of("stay_off", "previous", "switch_on"));
    return RestorePolicy.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
