package org.novabm.step;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.novabm.node.Node;
import org.novabm.spi.BackendException;
import org.novabm.spi.deploy.Deployer;
import org.novabm.task.StepContext;

/**
 * The deployers of this process. A job stays with the deployer that made it, whatever its node or
 * nova.conf names meanwhile: nobody else can read its state, or has what it holds.
 */
public final class Deployers implements AutoCloseable {

  private final Map<String, Deployer> open;
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
      Map<String, Deployer> open, String standard, Function<UUID, @Nullable String> maker) {
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
    String made = maker.apply(context.job());
    if (made != null) {
      return making(made, context);
    }
    String named = named(context.node());
    Deployer deployer = open.get(named);
    if (deployer == null) {
      throw new BackendException.Refused(
          "deployer '" + named + "'",
          "is not enabled on this host: add it to enabled_deploy_interfaces in [novabm], or change deploy_interface of the node; enabled are "
              + names());
    }
    return deployer;
  }

  /**
   * The one that is told that it is over. None when there is no job and the node's deployer is not
   * enabled, for then nothing can have begun.
   *
   * @throws BackendException.Refused when there is a job, and its maker is not enabled here
   */
  @Nullable Deployer atEnd(StepContext context) {
    String made = maker.apply(context.job());
    return made == null ? open.get(named(context.node())) : making(made, context);
  }

  private Deployer making(String made, StepContext context) {
    Deployer deployer = open.get(made);
    if (deployer == null) {
      throw new BackendException.Refused(
          "deployer '" + made + "'",
          "made the job of deployment %s and is not enabled on this host: add it to enabled_deploy_interfaces in [novabm] until the job is over; enabled are %s"
              .formatted(context.job(), names()));
    }
    return deployer;
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
    open.values().forEach(Deployer::close);
  }
}
