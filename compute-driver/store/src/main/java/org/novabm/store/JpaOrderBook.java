package org.novabm.store;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.MacAddress;
import org.novabm.spi.deploy.AgentContact;
import org.novabm.spi.deploy.Attendance;
import org.novabm.spi.deploy.DeployOrder;
import org.novabm.spi.deploy.OpenOrder;
import org.novabm.spi.deploy.OrderBook;
import org.novabm.store.secret.SealedJson;

/** Orders in {@code deploy_orders}. A network card belongs to the order that named it last. */
final class JpaOrderBook implements OrderBook {

  private final Transactions transactions;
  private final EntityManager entities;
  private final OrderRows orders;
  private final DeployHelpers helpers;
  private final SealedJson json;
  private final Consumer<UUID> wake;

  /**
   * On the given rows.
   *
   * @param wake told the task of the order after each committed {@link #update}, and when asked
   */
  JpaOrderBook(
      Transactions transactions,
      EntityManager entities,
      OrderRows orders,
      DeployHelpers helpers,
      SealedJson json,
      Consumer<UUID> wake) {
    this.transactions = transactions;
    this.entities = entities;
    this.orders = orders;
    this.helpers = helpers;
    this.json = json;
    this.wake = wake;
  }

  @Override
  public void put(DeployOrder order, AgentContact contact) {
    List<String> macs = order.macs().stream().map(MacAddress::text).distinct().toList();
    // versions begin anywhere, so that what was seen of a former order never fits this one
    long version = ThreadLocalRandom.current().nextLong(1L << 48);
    OrderRow row = new OrderRow(order, contact, json, version);
    transactions.run(
        () -> {
          remove(order.deployment().toString());
          macs.forEach(orders::removeMac);
          entities.persist(row);
          macs.forEach(mac -> entities.persist(new OrderMacRow(mac, order.deployment())));
          return true;
        });
  }

  @Override
  public @Nullable OpenOrder find(UUID deployment) {
    return transactions.<@Nullable OpenOrder>run(() -> toOrder(orders.findById(deployment)));
  }

  @Override
  public @Nullable OpenOrder findByMac(MacAddress mac) {
    return transactions.<@Nullable OpenOrder>run(() -> toOrder(orders.byMac(mac.text())));
  }

  @Override
  public List<OpenOrder> all() {
    return transactions.run(
        () -> orders.findAllByOrderByDeployment().stream().map(row -> row.toOrder(json)).toList());
  }

  @Override
  public boolean update(OpenOrder seen, AgentContact contact) {
    boolean written = transactions.run(() -> write(seen, contact) == 1);
    if (written) {
      wake.accept(seen.order().deployment());
    }
    return written;
  }

  @Override
  public void remove(UUID deployment) {
    transactions.run(
        () -> {
          remove(deployment.toString());
          return true;
        });
  }

  private void remove(String deployment) {
    orders.removeMacs(deployment);
    orders.remove(deployment);
  }

  @Override
  public void wake(UUID deployment) {
    wake.accept(deployment);
  }

  @Override
  public void attend(String desk, Attendance attendance) {
    helpers.attend(desk, attendance);
  }

  @Override
  public List<Attendance> attendance(String desk) {
    return helpers.at(desk);
  }

  @Override
  public void leave(String desk) {
    helpers.leave(desk);
  }

  private int write(OpenOrder seen, AgentContact contact) {
    Instant expires = contact.expires();
    return orders.update(
        seen.order().deployment().toString(),
        seen.version(),
        contact.phase().name(),
        contact.image(),
        contact.dossier(),
        contact.peerAddress(),
        contact.sessionDigest(),
        expires == null ? null : Stored.time(expires),
        contact.bytes(),
        contact.total(),
        Stored.text(contact.reason()),
        Stored.text(contact.note()));
  }

  private @Nullable OpenOrder toOrder(@Nullable OrderRow row) {
    return row == null ? null : row.toOrder(json);
  }
}
