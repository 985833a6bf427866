package org.novabm.deploy.agent;

import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.MacAddress;
import org.novabm.spi.deploy.AgentContact;
import org.novabm.spi.deploy.OpenOrder;
import org.novabm.spi.deploy.OrderBook;

/** Changes orders by compare-and-set, again when somebody was faster. */
final class Orders {

  private static final int TRIES = 50;

  private final OrderBook book;

  Orders(OrderBook book) {
    this.book = book;
  }

  /**
   * What is to happen to an order, decided on its latest state.
   *
   * @param next the contact to write, or null to leave it
   * @param answer what to say when it is written
   */
  record Decision<T extends @Nullable Object>(@Nullable AgentContact next, T answer) {}

  /** Decides on the order of a network card; null when there is none. */
  <T extends @Nullable Object> @Nullable T ofMac(
      MacAddress mac, Function<OpenOrder, Decision<T>> decide) {
    return change(() -> book.findByMac(mac), decide);
  }

  /** Decides on the order of a deployment; null when there is none. */
  <T extends @Nullable Object> @Nullable T of(
      UUID deployment, Function<OpenOrder, Decision<T>> decide) {
    return change(() -> book.find(deployment), decide);
  }

  @Nullable OpenOrder find(UUID deployment) {
    return book.find(deployment);
  }

  private <T extends @Nullable Object> @Nullable T change(
      Supplier<@Nullable OpenOrder> read, Function<OpenOrder, Decision<T>> decide) {
    for (int i = 0; i < TRIES; i++) {
      OpenOrder open = read.get();
      if (open == null) {
        return null;
      }
      Decision<T> decision = decide.apply(open);
      if (decision.next() == null || book.update(open, decision.next())) {
        return decision.answer();
      }
    }
    throw new IllegalStateException("an order changed " + TRIES + " times while it was being read");
  }
}
