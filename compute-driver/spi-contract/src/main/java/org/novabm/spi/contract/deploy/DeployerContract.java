package org.novabm.spi.contract.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.novabm.spi.BackendException;
import org.novabm.spi.boot.BootTarget;
import org.novabm.spi.boot.RamdiskBoot;
import org.novabm.spi.deploy.DeployOrder;
import org.novabm.spi.deploy.DeployProgress;
import org.novabm.spi.deploy.Deployer;
import org.novabm.spi.deploy.JobState;
import org.novabm.spi.deploy.Preparation;

/**
 * What every deployer must do. The test class makes a new deployer and book for each test; its time
 * stands still. The deployer must take as long as a machine does, so an order is not finished
 * without time passing.
 */
public interface DeployerContract {

  /** How long a door stays open in these tests. */
  Duration WINDOW = Duration.ofMinutes(10);

  /** The deployer under test. */
  Deployer deployer();

  /** The usual way to boot its ramdisk, opened with the same book. */
  RamdiskBoot boot();

  /** The book it was opened with. */
  InMemoryJobBook book();

  /** An order that this deployer can carry out. */
  DeployOrder order();

  private JobState state(DeployOrder order) {
    return book().job(order.deployment()).state();
  }

  /** Prepares the order, however long that takes. */
  default Preparation.Ready prepare(DeployOrder order) {
    return book().prepared(deployer(), order, Duration.ofSeconds(20));
  }

  @Test
  default void an_order_nobody_gave_has_failed() {
    assertThat(deployer().progress(UUID.randomUUID())).isInstanceOf(DeployProgress.Failed.class);
  }

  @Test
  default void a_prepared_order_waits_behind_a_closed_door() {
    DeployOrder order = order();
    prepare(order);

    assertThat(deployer().progress(order.deployment())).isEqualTo(new DeployProgress.Waiting());
    assertThat(state(order).boundToHost()).as("this host serves the machine").isTrue();
  }

  @Test
  default void preparing_twice_is_preparing_once() {
    DeployOrder order = order();
    prepare(order);
    JobState once = state(order);
    prepare(order);

    assertThat(state(order)).isEqualTo(once);
    assertThat(book().all()).hasSize(1);
  }

  @Test
  default void an_order_given_up_while_it_was_prepared_is_not_kept() {
    DeployOrder order = order();
    deployer().prepare(order);
    deployer().release(order.deployment());

    assertThat(book().all()).isEmpty();
    prepare(order);
    assertThat(book().all()).hasSize(1);
  }

  @Test
  default void publishing_opens_the_door_once() {
    DeployOrder order = order();
    prepare(order);
    JobState closed = state(order);
    boot().publish(order.deployment(), WINDOW);
    JobState open = state(order);
    boot().publish(order.deployment(), WINDOW);

    assertThat(open).isNotEqualTo(closed);
    assertThat(state(order)).as("opened twice").isEqualTo(open);
    assertThat(deployer().progress(order.deployment())).isEqualTo(new DeployProgress.Waiting());
  }

  @Test
  default void what_was_never_prepared_is_not_published() {
    assertThatThrownBy(() -> boot().publish(UUID.randomUUID(), WINDOW))
        .isInstanceOf(BackendException.Refused.class);
  }

  @Test
  default void what_is_to_be_booted_is_always_the_same() {
    DeployOrder order = order();
    BootTarget target = boot().target(order.deployment());
    prepare(order);
    assertThat(boot().target(order.deployment())).isEqualTo(target);
    boot().publish(order.deployment(), WINDOW);
    assertThat(boot().target(order.deployment())).isEqualTo(target);
    deployer().release(order.deployment());
    assertThat(boot().target(order.deployment())).isEqualTo(target);
  }

  @Test
  default void withdrawing_closes_the_door_for_good() {
    DeployOrder order = order();
    prepare(order);
    boot().publish(order.deployment(), WINDOW);
    boot().withdraw(order.deployment());
    JobState closed = state(order);
    boot().withdraw(order.deployment());

    assertThat(state(order)).as("closed twice").isEqualTo(closed);
    assertThat(deployer().progress(order.deployment())).isInstanceOf(DeployProgress.Failed.class);
  }

  @Test
  default void withdrawn_orders_can_be_prepared_and_published_again() {
    DeployOrder order = order();
    prepare(order);
    boot().publish(order.deployment(), WINDOW);
    boot().withdraw(order.deployment());
    prepare(order);
    boot().publish(order.deployment(), WINDOW);

    assertThat(deployer().progress(order.deployment())).isEqualTo(new DeployProgress.Waiting());
  }

  @Test
  default void releasing_forgets_the_order() {
    DeployOrder order = order();
    prepare(order);
    deployer().release(order.deployment());
    deployer().release(order.deployment());

    assertThat(book().all()).isEmpty();
    assertThat(deployer().progress(order.deployment())).isInstanceOf(DeployProgress.Failed.class);
    boot().withdraw(order.deployment());
    assertThatThrownBy(() -> boot().publish(order.deployment(), WINDOW))
        .isInstanceOf(BackendException.Refused.class);
  }
}
