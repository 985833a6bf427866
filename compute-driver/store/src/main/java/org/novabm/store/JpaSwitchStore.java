package org.novabm.store;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.novabm.node.BusyException;
import org.novabm.node.DuplicateException;
import org.novabm.node.NetworkSwitch;
import org.novabm.node.SwitchStore;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.store.secret.SecretKind;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;

/** Switches in {@code switches}, their passwords in {@code secrets}. */
final class JpaSwitchStore implements SwitchStore {

  private static final int NAMED_IN_MESSAGE = 5;

  private final Transactions transactions;
  private final SwitchRows switches;
  private final NodeRows nodes;
  private final Passwords passwords;

  JpaSwitchStore(
      Transactions transactions, SwitchRows switches, NodeRows nodes, Passwords passwords) {
    this.transactions = transactions;
    this.switches = switches;
    this.nodes = nodes;
    this.passwords = passwords;
  }

  @Override
  public NetworkSwitch add(NetworkSwitch networkSwitch) {
    Endpoint endpoint = networkSwitch.endpoint();
    try {
      return transactions.run(
          () -> {
            refuseSecond(networkSwitch);
            SwitchRow row = switches.saveAndFlush(new SwitchRow(networkSwitch));
            passwords.keep(SecretKind.SWITCH, Objects.requireNonNull(row.id), endpoint.password());
            return row.toSwitch(endpoint.password());
          });
    } catch (DataIntegrityViolationException e) {
      throw new DuplicateException("switch " + endpoint.display() + " is registered already");
    }
  }

  private void refuseSecond(NetworkSwitch wanted) {
    Endpoint endpoint = wanted.endpoint();
    SwitchPlace place = SwitchPlace.of(wanted.driver(), endpoint);
    for (SwitchRow owner : switches.findAllByOrderById()) {
      Endpoint there = owner.toSwitch(Secret.EMPTY).endpoint();
      boolean isSameRow =
          there.address().equals(endpoint.address()) && there.port() == endpoint.port();
      if (isSameRow || SwitchPlace.of(owner.driver, there).equals(place)) {
        throw new DuplicateException(
            "switch %s is registered already, as switch %d (%s)"
                .formatted(endpoint.display(), owner.id, there.display()));
      }
    }
  }

  @Override
  public @Nullable NetworkSwitch find(long id) {
    return transactions.<@Nullable NetworkSwitch>run(
        () -> {
          SwitchRow row = switches.findById(id);
          return row == null ? null : toSwitch(row);
        });
  }

  @Override
  public List<NetworkSwitch> list() {
    return transactions.run(
        () -> switches.findAllByOrderById().stream().map(this::toSwitch).toList());
  }

  @Override
  public boolean delete(long id) {
    return transactions.run(
        () -> {
          if (switches.remove(id) == 0) {
            return false;
          }
          List<Long> plugged = nodes.idsOnSwitch(id, Limit.of(NAMED_IN_MESSAGE + 1));
          if (!plugged.isEmpty()) {
            throw new BusyException(
                "switch %d has nodes plugged in: %s; delete them first"
                    .formatted(id, numbers(plugged)));
          }
          passwords.forget(SecretKind.SWITCH, id);
          return true;
        });
  }

  private static String numbers(List<Long> nodes) {
    String first =
        nodes.stream().limit(NAMED_IN_MESSAGE).map(String::valueOf).collect(joining(", "));
    return nodes.size() > NAMED_IN_MESSAGE ? first + " and more" : first;
  }

  private NetworkSwitch toSwitch(SwitchRow row) {
    return row.toSwitch(passwords.find(SecretKind.SWITCH, Objects.requireNonNull(row.id)));
  }
}
