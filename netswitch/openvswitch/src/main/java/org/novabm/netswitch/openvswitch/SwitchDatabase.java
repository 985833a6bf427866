package org.novabm.netswitch.openvswitch;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.novabm.netswitch.openvswitch.ovsdb.AnswerBounds;
import org.novabm.netswitch.openvswitch.ovsdb.RpcConnection;
import org.novabm.netswitch.openvswitch.ovsdb.RpcRefusal;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import org.novabm.spi.Endpoint;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * The database {@code Open_vSwitch} of one switch. The connection is opened when it is needed, and
 * again after it broke.
 */
final class SwitchDatabase implements AutoCloseable {

  private static final String NAME = "Open_vSwitch";

  private final Endpoint endpoint;
  private final AnswerBounds bounds;
  private @Nullable RpcConnection connection;
  private int monitors;

  SwitchDatabase(Endpoint endpoint, AnswerBounds bounds) {
    this.endpoint = endpoint;
    this.bounds = bounds;
  }

  /** The ports as the switch has them, not as the database wishes them. */
  Snapshot read(Deadline deadline) {
    return talk(
        deadline,
        rpc -> {
          JsonNode answers = transact(rpc, Transaction.reading(), deadline);
          if (answers == null) {
            throw DatabaseFailure.of(endpoint, "a read timed out");
          }
          Snapshot snapshot = Snapshot.of(answers);
          if (snapshot.made() < snapshot.wanted()) {
            await(rpc, snapshot.wanted(), deadline);
          }
          return snapshot;
        });
  }

  /**
   * Writes, if the ports are still as they were read, and waits until the switch has done it.
   *
   * @return false when somebody else wrote to one of them in between; nothing is written then
   */
  boolean write(Transaction transaction, Deadline deadline) {
    return talk(
        deadline,
        rpc -> {
          JsonNode answers = transact(rpc, transaction.counted(), deadline);
          if (answers == null) {
            return false;
          }
          JsonNode counts = answers.path(answers.size() - 1).path("rows").path(0);
          await(rpc, counts.path("next_cfg").asLong(0), deadline);
          return true;
        });
  }

  /** The answers; null when a guard did not hold. */
  private @Nullable JsonNode transact(RpcConnection rpc, ArrayNode operations, Deadline deadline)
      throws IOException, RpcRefusal {
    ArrayNode parameters = operations.arrayNode().add(NAME).addAll(operations);
    JsonNode answers = rpc.call("transact", parameters, deadline);
    for (JsonNode answer : answers) {
      String error = answer.path("error").asString("");
      if (error.equals("timed out")) {
        return null;
      }
      if (!error.isEmpty()) {
        throw DatabaseFailure.of(endpoint, error + ": " + answer.path("details").asString(""));
      }
    }
    return answers;
  }

  /**
   * The database counts changes asked for (next_cfg) and changes the switch has made (cur_cfg);
   * while the second is behind, what was read is a wish and not the state of the port.
   */
  private void await(RpcConnection rpc, long wanted, Deadline deadline)
      throws IOException, RpcRefusal {
    String monitor = "made" + ++monitors;
    JsonNode update = rpc.call("monitor", Transaction.monitoring(NAME, monitor), deadline);
    while (made(update) < wanted) {
      JsonNode notice = rpc.notification("update", deadline);
      if (notice.path(0).asString("").equals(monitor)) {
        update = notice.path(1);
      }
    }
    rpc.call("monitor_cancel", Transaction.cancelling(monitor), deadline);
  }

  private static long made(JsonNode update) {
    for (JsonNode row : update.path("Open_vSwitch")) {
      return row.path("new").path("cur_cfg").asLong(0);
    }
    return 0;
  }

  private interface Talk<T> {
    T with(RpcConnection rpc) throws IOException, RpcRefusal;
  }

  private <T> T talk(Deadline deadline, Talk<T> talk) {
    try {
      RpcConnection kept = connection;
      return kept == null ? anew(deadline, talk) : again(kept, deadline, talk);
    } catch (IOException e) {
      close();
      throw DatabaseFailure.of(endpoint, e, deadline);
    } catch (RpcRefusal e) {
      close();
      throw DatabaseFailure.of(endpoint, String.valueOf(e.getMessage()));
    } catch (BackendException e) {
      close();
      throw e;
    }
  }

  private <T> T anew(Deadline deadline, Talk<T> talk) throws IOException, RpcRefusal {
    RpcConnection open = RpcConnection.open(OvsdbAddress.of(endpoint), bounds, deadline);
    connection = open;
    return talk.with(open);
  }

  /**
   * The server hangs up on who did not answer its echo, as nobody does between two operations. Said
   * twice does no harm: if a write was done before the connection broke, its guard does not hold
   * any more.
   */
  private <T> T again(RpcConnection kept, Deadline deadline, Talk<T> talk)
      throws IOException, RpcRefusal {
    try {
      return talk.with(kept);
    } catch (IOException e) {
      if (deadline.isOver()) {
        throw e;
      }
      close();
      return anew(deadline, talk);
    }
  }

  @Override
  public void close() {
    RpcConnection open = connection;
    connection = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        // it is given up in any case
      }
    }
  }
}
