package org.novabm.contract.world;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendException;
import org.novabm.spi.boot.BootTarget;
import org.novabm.spi.boot.RamdiskBoot;
import org.novabm.spi.deploy.DeployOrder;
import org.novabm.spi.deploy.DeployProgress;
import org.novabm.spi.deploy.Deployer;
import org.novabm.spi.deploy.Preparation;

/**
 * A deployer whose machines report what the test says; by default success. It also is the way in
 * which its ramdisk is booted.
 */
public final class MemoryDeployer implements Deployer, RamdiskBoot {

  public final Map<UUID, DeployOrder> orders = new ConcurrentHashMap<>();
  public final Set<UUID> released = ConcurrentHashMap.newKeySet();
  public final Map<UUID, Duration> open = new ConcurrentHashMap<>();
  public Supplier<Preparation> preparation = () -> new Preparation.Ready("its SHA-512 is right");

  /** How it takes what it is told. */
  public Mood mood = Mood.OBEYS;

  /** Deployments whose secrets are kept back. */
  public final Set<UUID> guarded = ConcurrentHashMap.newKeySet();

  /** The firmware has to boot a medium of the deployment. */
  public boolean byMedia;

  /** Why no machine could boot the ramdisk; null for none. */
  public @Nullable String lack;

  public DeployProgress progress = new DeployProgress.Finished();

  @Override
  public Preparation prepare(DeployOrder order) {
    mood.answer("deployer");
    Preparation answer = preparation.get();
    if (answer instanceof Preparation.Ready) {
      orders.put(order.deployment(), order);
    }
    return answer;
  }

  @Override
  public BootTarget target(UUID deployment) {
    return byMedia
        ? new BootTarget.Media(URI.create("http://172.30.10.1/" + deployment + ".iso"))
        : new BootTarget.Network();
  }

  @Override
  public void publish(UUID deployment, Duration window) {
    mood.answer("deployer");
    if (lack != null) {
      throw new BackendException.Unreachable("deploy helper at http://172.30.10.1:10000", lack);
    }
    open.put(deployment, window);
  }

  @Override
  public void publishGuarded(UUID deployment, Duration window) {
    guarded.add(deployment);
    publish(deployment, window);
  }

  @Override
  public void confirm(UUID deployment) {
    guarded.remove(deployment);
  }

  @Override
  public DeployProgress progress(UUID deployment) {
    mood.answer("deployer");
    return orders.containsKey(deployment) ? progress : new DeployProgress.Failed("no such order");
  }

  @Override
  public void withdraw(UUID deployment) {
    mood.answer("deployer");
    open.remove(deployment);
  }

  @Override
  public void release(UUID deployment) {
    mood.answer("deployer");
    released.add(deployment);
    open.remove(deployment);
    orders.remove(deployment);
  }

  @Override
  public void close() {}
}
