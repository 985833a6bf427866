package org.novabm.app.wiring;

import java.util.Objects;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.novabm.api.audit.Audit;
import org.novabm.driver.ComputeDriver;
import org.novabm.driver.DriverAnswer;
import org.novabm.driver.Manner;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.RequestContext;
import org.novabm.instance.RequestedNetwork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The driver as it is called by messages and by REST: looks at the VLANs that a spawn asks for, and
 * leaves a line of each change with the audit trail. A call by REST has a second line there, which
 * names the caller's address; a message's sender is known by the user that its context names.
 */
final class GuardedDriver implements ComputeDriver {

  private static final Logger audit = LoggerFactory.getLogger(Audit.LOGGER);

  private final ComputeDriver driver;
  private final IntPredicate allowed;
  private final String allowedText;

  /**
   * Before another driver.
   *
   * @param allowed VLANs that may be asked for by number
   * @param allowedText the same for people
   */
  GuardedDriver(ComputeDriver driver, IntPredicate allowed, String allowedText) {
    this.driver = driver;
    this.allowed = allowed;
    this.allowedText = allowedText;
  }

  @Override
  public DriverAnswer spawn(InstanceRequest request) {
    DriverAnswer refused = refusal(request);
    return told(
        "spawn",
        request.instance(),
        request.context(),
        refused == null ? driver.spawn(request) : refused);
  }

  private @Nullable DriverAnswer refusal(InstanceRequest request) {
    return request.networks().stream()
        .map(RequestedNetwork::vlan)
        .filter(Objects::nonNull)
        .filter(vlan -> !allowed.test(vlan))
        .findFirst()
        .map(
            vlan ->
                new DriverAnswer.NotNow(
                    null,
                    "VLAN %d is not in [novabm] allowed_vlans (%s)".formatted(vlan, allowedText)))
        .orElse(null);
  }

  @Override
  public DriverAnswer rebuild(UUID instance, InstanceRequest request) {
    DriverAnswer refused = refusal(request);
    return told(
        "rebuild",
        instance,
        request.context(),
        refused == null ? driver.rebuild(instance, request) : refused);
  }

  @Override
  public DriverAnswer cancel(UUID instance) {
    return told("cancel", instance, RequestContext.NONE, driver.cancel(instance));
  }

  @Override
  public DriverAnswer destroy(UUID instance) {
    return told("destroy", instance, RequestContext.NONE, driver.destroy(instance));
  }

  @Override
  public DriverAnswer start(UUID instance) {
    return told("start", instance, RequestContext.NONE, driver.start(instance));
  }

  @Override
  public DriverAnswer stop(UUID instance, Manner manner) {
    return told("stop", instance, RequestContext.NONE, driver.stop(instance, manner));
  }

  @Override
  public DriverAnswer reboot(UUID instance, Manner manner) {
    return told("reboot", instance, RequestContext.NONE, driver.reboot(instance, manner));
  }

  private static DriverAnswer told(
      String verb, UUID instance, RequestContext context, DriverAnswer answer) {
    String outcome =
        switch (answer) {
          case DriverAnswer.Accepted(UUID task) -> "accepted task=" + task;
          case DriverAnswer.Already(var task, _) -> "already task=" + (task == null ? "-" : task);
          case DriverAnswer.UnknownInstance _ -> "unknown-instance";
          case DriverAnswer.NotNow _ -> "refused";
        };
    audit.info(
        "change by=driver call=\"{} {}\" user={} project={} request={} outcome={}",
        verb,
        instance,
        plain(context.user()),
        plain(context.project()),
        plain(context.requestId()),
        outcome);
    return answer;
  }

  /** Ids as they come in messages, in one word. */
  private static String plain(String id) {
    String cut = id.substring(0, Math.min(id.length(), 64)).replaceAll("[^!#-~]", "?");
    return cut.isEmpty() ? "-" : cut;
  }
}
