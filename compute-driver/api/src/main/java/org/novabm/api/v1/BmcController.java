package org.novabm.api.v1;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.novabm.api.audit.Audit;
import org.novabm.api.fault.Fault;
import org.novabm.api.fault.Field;
import org.novabm.device.Devices;
import org.novabm.node.Node;
import org.novabm.node.NodeStore;
import org.novabm.rest.v1.BmcActionBody;
import org.novabm.rest.v1.BmcView;
import org.novabm.rest.v1.RawBody;
import org.novabm.rest.v1.RawView;
import org.novabm.spi.BackendException;
import org.novabm.spi.power.LocatorLight;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.RawCommands;
import org.novabm.spi.power.RestorePolicy;
import org.novabm.spi.power.RestorePolicyControl;
import org.novabm.spi.power.SecureBootControl;
import org.novabm.spi.power.VirtualMedia;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
  private static final Logger log = LoggerFactory.getLogger(BmcController.class);
  private static final List<String> ACTIONS =
      List.of("identify", "restore-policy", "secure-boot", "insert-media", "eject-media");
  private static final int LONGEST_ADDRESS = 1000;
  private static final int LONGEST_LIGHT = 86_400;
  private static final Duration WITHIN = Duration.ofSeconds(20);

  private final NodeStore nodes;
  private final Devices devices;

  BmcController(NodeStore nodes, Devices devices) {
    this.nodes = nodes;
    this.devices = devices;
  }

  /**
   * Reads all the BMC has; with many sensors that takes seconds. Orders to the BMC get between.
   *
   * @param events the newest so many of its log, 0 for none
   */
  @GetMapping
  BmcView show(@PathVariable String ref, @RequestParam(defaultValue = "20") int events) {
    int most = Field.whole("events", events, 0, MOST_EVENTS);
    Node node = NodeRef.require(ref, nodes);
    return new BmcReading(devices, node).read(most);
  }

  @PostMapping("/action")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void act(@PathVariable String ref, @RequestBody BmcActionBody body, HttpServletRequest request) {
    Node node = NodeRef.require(ref, nodes);
    String action = Field.word("action", body.action(), ACTIONS);
    Audit.note(request, action);
    switch (action) {
      case "identify" -> {
        int seconds = Field.wholeOr("seconds", body.seconds(), 0, LONGEST_LIGHT, 15);
        use(node, LocatorLight.class, can -> can.shine(Duration.ofSeconds(seconds), WITHIN));
      }
      case "restore-policy" -> {
        RestorePolicy policy = policy(body.policy());
        use(node, RestorePolicyControl.class, can -> can.restore(policy, WITHIN));
      }
      case "secure-boot" -> {
        boolean enabled = Field.required("enabled", body.enabled());
        use(node, SecureBootControl.class, can -> can.secureBoot(enabled, WITHIN));
      }
      case "insert-media" -> {
        URI image = image(body.image());
        use(node, VirtualMedia.class, can -> can.insert(image, WITHIN));
      }
      default -> use(node, VirtualMedia.class, can -> can.eject(WITHIN));
    }
  }

  /** Allowed by the power manager's settings alone; the answer is what the BMC said. */
  @PostMapping("/raw")
  RawView raw(@PathVariable String ref, @RequestBody RawBody body, HttpServletRequest request) {
    Node node = NodeRef.require(ref, nodes);
    int netfn = RawRequests.evenNetfn(body);
    int command = RawRequests.command(body);
    byte[] data = RawRequests.data(body);
    Audit.note(request, "raw-%s-%s".formatted(hex(netfn), hex(command)));
    log.warn("raw command 0x{} 0x{} to {}", hex(netfn), hex(command), node.display());
    byte[] answer =
        devices.aside(
            node,
            WITHIN,
            manager -> able(node, manager, RawCommands.class).raw(netfn, command, data, WITHIN));
    return new RawView(answer[0] & 0xff, HexFormat.of().formatHex(answer, 1, answer.length));
  }

  private static String hex(int octet) {
    return HexFormat.of().toHexDigits((byte) octet);
  }

  private static URI image(@Nullable String text) {
    String address = Field.text("image", text, LONGEST_ADDRESS);
    if (!address.matches("(https?|nfs|cifs)://[!-~]+")) {
      throw Fault.field("image", "must be an address that begins with http, https, nfs or cifs");
    }
    try {
      return URI.create(address);
    } catch (IllegalArgumentException e) {
      throw Fault.field("image", "is not an address: " + e.getMessage());
    }
  }

  private <C> void use(Node node, Class<C> capability, Consumer<C> work) {
    devices.aside(
        node,
        WITHIN,
        manager -> {
          work.accept(able(node, manager, capability));
          return manager;
        });
  }

  private static <C> C able(Node node, PowerManager manager, Class<C> capability) {
    if (!capability.isInstance(manager)) {
      throw new BackendException.Unsupported(
          node.display(), "its power manager cannot do that; docs/power.md tells which can");
    }
    return capability.cast(manager);
  }

  private static RestorePolicy policy(@Nullable String text) {
    String word = Field.word("policy", text, List.of("always-off", "previous", "always-on"));
    return RestorePolicy.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
