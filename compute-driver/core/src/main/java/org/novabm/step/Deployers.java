package org.novabm.step;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.novabm.node.Node;
import org.novabm.spi.BackendException;
import org.novabm.spi.boot.RamdiskBoot;
import org.novabm.spi.deploy.Deployer;
import org.novabm.task.StepContext;

/**
 * The deployers of this process. A job stays with the deployer that made it, whatever its node or
 * nova.conf names meanwhile: nobody else can read its state, or has what it holds.
 */
public final class Deployers implements AutoCloseable {

  private final Map<String, DeployKit> open;
  private final String standard;
  private final Function<UUID, @Nullable String> maker;

  /**
   * Those that are open.
   *
   * @param open by their own names
   * @param standard of nodes that name none; one of them
   * @param maker which deployer made the job of a deployment; null for none
   */
  public Deployers(
      Map<String, DeployKit> open, String standard, Function<UUID, @Nullable String> maker) {
    this.open = new TreeMap<>(open);
    this.standard = standard;
    this.maker = maker;
    if (!open.containsKey(standard)) {
      throw new IllegalArgumentException("'%s' is none of %s".formatted(standard, open.keySet()));
    }
  }

  /**
   * The one that made the job of this task; before there is a job, the one of the node.
   *
   * @throws BackendException.Refused when that one is not enabled here
   */
  Deployer of(StepContext context) {
    return kit(context).deployer();
  }

  /**
   * How its ramdisk is booted on this node.
   *
   * @throws BackendException.Refused when that way, or the deployer, is not there
   */
  RamdiskBoot boot(StepContext context) {
    DeployKit kit = kit(context);
    String named = context.node() == null ? null : context.node().details().backends().boot();
    RamdiskBoot boot = kit.boots().get(named == null ? kit.usualBoot() : named);
    if (boot == null) {
      throw new BackendException.Refused(
          "boot back end '" + named + "'",
          "boots nothing of the deployer of this node: change boot_interface of the node, or its deploy_interface; there are "
              + String.join(", ", kit.boots().keySet()));
    }
    return boot;
  }

  /** All ways in which the ramdisk of this task may have been booted; told that it is over. */
  Collection<RamdiskBoot> bootsAtEnd(StepContext context) {
    DeployKit kit = kitAtEnd(context);
    return kit == null ? List.of() : kit.boots().values();
  }

  private DeployKit kit(StepContext context) {
    String made = maker.apply(context.job());
    if (made != null) {
      return making(made, context);
    }
    String named = named(context.node());
    DeployKit kit = open.get(named);
    if (kit == null) {
      throw new BackendException.Refused(
          "deployer '" + named + "'",
          "is not enabled on this host: add it to enabled_deploy_interfaces in [novabm], or change deploy_interface of the node; enabled are "
              + names());
    }
    return kit;
  }

  /**
   * The one that is told that it is over. None when there is no job and the node's deployer is not
   * enabled, for then nothing can have begun.
   *
   * @throws BackendException.Refused when there is a job, and its maker is not enabled here
   */
  @Nullable Deployer atEnd(StepContext context) {
    DeployKit kit = kitAtEnd(context);
    return kit == null ? null : kit.deployer();
  }

  private @Nullable DeployKit kitAtEnd(StepContext context) {
    String made = maker.apply(context.job());
    return made == null ? open.get(named(context.node())) : making(made, context);
  }

  private DeployKit making(String made, StepContext context) {
    DeployKit kit = open.get(made);
    if (kit == null) {
      throw new BackendException.Refused(
          "deployer '" + made + "'",
          "made the job of deployment %s and is not enabled on this host: add it to enabled_deploy_interfaces in [novabm] until the job is over; enabled are %s"
              .formatted(context.job(), names()));
    }
    return kit;
  }

  private String named(@Nullable Node node) {
    String named = node == null ? null : node.details().backends().deploy();
    return named == null ? standard : named;
  }

  private String names() {
    return String.join(", ", new TreeSet<>(open.keySet()));
  }

  @Override
  public void close() {
    open.values().forEach(kit -> kit.deployer().close());
  }
}
