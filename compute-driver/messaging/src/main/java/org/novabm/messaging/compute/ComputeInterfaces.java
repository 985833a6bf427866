package org.novabm.messaging.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.novabm.console.ConsoleOutput;
import org.novabm.driver.ComputeDriver;
import org.novabm.instance.InstanceStore;
import org.novabm.messaging.rpc.RpcInterface;
import org.novabm.messaging.rpc.RpcMethod;
import org.novabm.messaging.wire.ApiVersion;
import org.novabm.messaging.wire.Json;
import tools.jackson.databind.JsonNode;

/**
 * Everything a compute host answers to: Nova's compute interface from Folsom (2.0) to Zed and later
 * 6.x, the base interface of every Nova service, and our short form, the latter in namespace {@code
 * novabm} and without any.
 */
public final class ComputeInterfaces {

  private static final ApiVersion SHORT_FORM = new ApiVersion(1, 2);

  private ComputeInterfaces() {}

  /**
   * The interfaces.
   *
   * @param driver does what is asked
   * @param consoles what instances' consoles said
   * @param refusals is told of requests nobody can serve
   * @param instances what is on record, for requests that change a part of it
   * @param topic what {@code ping} answers as the service's name
   */
  public static List<RpcInterface> of(
      ComputeDriver driver,
      ConsoleOutput consoles,
      RefusedRequests refusals,
      InstanceStore instances,
      String topic) {
    NovaMethods nova = new NovaMethods(driver, refusals, instances);
    List<RpcMethod> always =
        List.of(
            nova.rebuild(),
            nova.terminate(),
            nova.start(),
            nova.stop(),
            nova.reboot(),
            ConsoleMethod.of(consoles));
    List<RpcMethod> brief = brief(new ShortMethods(driver, refusals, instances).all(), ping(topic));
    return List.of(
        nova(2, 47, always, nova.runInstance(), backdoor()),
        nova(3, 40, always, nova.runInstance(), nova.buildAndRunInstance()),
        nova(4, 22, always, nova.buildAndRunInstance()),
        nova(5, 13, always, nova.buildAndRunInstance()),
        nova(6, 1, always, nova.buildAndRunInstance()),
        RpcInterface.of("baseapi", new ApiVersion(1, 1), List.of(ping(topic), backdoor())),
        RpcInterface.of("novabm", SHORT_FORM, brief),
        RpcInterface.of(null, SHORT_FORM, brief));
  }

  private static RpcInterface nova(
      int major, int minor, List<RpcMethod> always, RpcMethod... further) {
    List<RpcMethod> methods = new ArrayList<>(always);
    methods.addAll(List.of(further));
    return RpcInterface.of(null, new ApiVersion(major, minor), methods);
  }

  private static List<RpcMethod> brief(List<RpcMethod> all, RpcMethod ping) {
    List<RpcMethod> methods = new ArrayList<>(all);
    methods.add(ping);
    return methods;
  }

  private static RpcMethod ping(String topic) {
    return RpcMethod.reading(
        "ping",
        Set.of(),
        Set.of("arg"),
        request -> {
          JsonNode arg = request.args().get("arg");
          return Json.object().put("service", topic).set("arg", arg);
        });
  }

  /** Nova's services may open a debugging shell on a port; this one has none. */
  private static RpcMethod backdoor() {
    return RpcMethod.reading("get_backdoor_port", Set.of(), Set.of(), request -> null);
  }
}
