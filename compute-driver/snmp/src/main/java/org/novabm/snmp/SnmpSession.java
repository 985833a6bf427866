package org.novabm.snmp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendException;
import org.novabm.spi.ByteBudget;
import org.novabm.spi.Deadline;
import org.novabm.spi.Endpoint;
import org.snmp4j.PDU;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/**
 * Requests to one device and their answers, each within the time that is left. One thread at a
 * time.
 */
public final class SnmpSession implements AutoCloseable {

  /** Columns of a switch have at most as many rows as it has addresses learned. */
  private static final int MOST_ROWS = 100_000;

  /** A row as an entry of a map, its name and its value as objects. */
  private static final int HEAP_PER_ROW = 160;

  /** Nobody compares more looks than these. */
  private static final int MOST_HELD = 3;

  private static final int ROWS_AT_ONCE = 20;

  private final Endpoint endpoint;
  private final SnmpAccess access;
  private final ByteBudget heap;
  private final Deque<ByteBudget.Share> held = new ArrayDeque<>();
  private @Nullable SnmpTarget opened;

  /**
   * A session that is opened with the first request.
   *
   * @param heap that all devices share; what this one told last is paid for until the session is
   *     closed
   */
  public SnmpSession(Endpoint endpoint, SnmpAccess access, ByteBudget heap) {
    this.endpoint = endpoint;
    this.access = access;
    this.heap = heap;
    held.add(heap.share(endpoint.display()));
  }

  /**
   * What is read from now on takes the place of what was read before: whoever looks again and again
   * until a device has done as it was told would else pay for every look.
   */
  public void lookAgain() {
    if (held.size() == MOST_HELD) {
      held.remove().close();
    }
    held.add(heap.share(endpoint.display()));
  }

  /**
   * One object; null when the device does not have it.
   *
   * @throws BackendException.ProtocolViolation when it answers with another one
   */
  public @Nullable Variable get(OID name, Deadline deadline) {
    PDU request = target().request(PDU.GET);
    request.add(new VariableBinding(name));
    PDU answer = ask(request, deadline);
    VariableBinding first = answer.size() == 0 ? null : answer.get(0);
    if (first == null || first.isException()) {
      return null;
    }
    if (!first.getOid().equals(name)) {
      throw violation("answers with %s where %s was asked for".formatted(first.getOid(), name));
    }
    return first.getVariable();
  }

  /**
   * Every row of a column, by what is left of its name behind the column's.
   *
   * @throws BackendException.ProtocolViolation when there are more than 100,000, they go round in
   *     circles, or there is no heap for them
   */
  public SortedMap<OID, Variable> column(OID column, Deadline deadline) {
    SortedMap<OID, Variable> rows = new TreeMap<>();
    OID last = column;
    while (rows.size() < MOST_ROWS) {
      PDU request = target().request(PDU.GETBULK);
      request.setMaxRepetitions(ROWS_AT_ONCE);
      request.add(new VariableBinding(last));
      List<? extends VariableBinding> answer = ask(request, deadline).getVariableBindings();
      if (answer.isEmpty()) {
        return rows;
      }
      for (VariableBinding row : answer) {
        OID name = row.getOid();
        if (row.isException() || !name.startsWith(column)) {
          return rows;
        }
        if (name.compareTo(last) <= 0) {
          throw violation("answers %s after %s, which goes round in circles".formatted(name, last));
        }
        held.getLast().take(HEAP_PER_ROW + 4 * name.size() + 2 * row.getBERLength(), deadline);
        rows.put(
            new OID(name.getValue(), column.size(), name.size() - column.size()),
            row.getVariable());
        last = name;
      }
    }
    throw violation("has more than %d rows of %s".formatted(MOST_ROWS, column));
  }

  /**
   * Sets all of them or none (RFC 3416, 4.2.5).
   *
   * @throws BackendException.Refused naming the one that the device does not take
   */
  public void set(List<VariableBinding> values, Deadline deadline) {
    PDU request = target().request(PDU.SET);
    values.forEach(request::add);
    ask(request, deadline);
  }

  private PDU ask(PDU request, Deadline deadline) {
    SnmpTarget to = target();
    long left = deadline.leftMillis();
    long timeout = Math.clamp(access.timeout().toMillis(), 1, Math.max(1, left));
    to.target().setTimeout(timeout);
    to.target().setRetries(Math.clamp(left / timeout - 1, 0, access.retries()));
    try {
      PDU answer = left == 0 ? null : to.snmp().send(request, to.target()).getResponse();
      if (answer == null) {
        // its name may stand for another address by now, and its clock for another time
        hangUp();
        throw new BackendException.Unreachable(
            endpoint.display(),
            "no answer to an SNMP request; a wrong community or pass phrase is not answered either");
      }
      check(request, answer);
      return answer;
    } catch (IOException e) {
      throw new BackendException.Unreachable(endpoint.display(), String.valueOf(e.getMessage()), e);
    }
  }

  private void check(PDU request, PDU answer) {
    if (answer.getType() == PDU.REPORT) {
      OID report = answer.size() == 0 ? new OID() : answer.get(0).getOid();
      throw new BackendException.Refused(
          endpoint.display(),
          "the device does not take us for its SNMPv3 user '%s': %s"
              .formatted(endpoint.user(), report(report)));
    }
    if (answer.getErrorStatus() != PDU.noError) {
      int index = answer.getErrorIndex();
      String what =
          index >= 1 && index <= request.size() ? request.get(index - 1).toString() : "the request";
      throw new BackendException.Refused(
          endpoint.display(),
          "the device answers %s to %s; may this user write?"
              .formatted(answer.getErrorStatusText(), what));
    }
  }

  private static String report(OID name) {
    if (name.startsWith(SnmpConstants.usmStatsUnknownUserNames)) {
      return "it knows no such user";
    }
    if (name.startsWith(SnmpConstants.usmStatsWrongDigests)) {
      return "the pass phrase or the auth_protocol is wrong";
    }
    if (name.startsWith(SnmpConstants.usmStatsDecryptionErrors)) {
      return "the pass phrase of privacy or the privacy_protocol is wrong";
    }
    if (name.startsWith(SnmpConstants.usmStatsUnsupportedSecLevels)) {
      return "it wants another level of security; see privacy_protocol";
    }
    return "it reports " + name;
  }

  /**
   * A value that the MIB has as a number.
   *
   * @throws BackendException.ProtocolViolation when the device answered with something else
   */
  public int number(Variable value) {
    try {
      return value.toInt();
    } catch (UnsupportedOperationException e) {
      throw violation(
          "answers with a %s where a number belongs".formatted(value.getSyntaxString()));
    }
  }

  /** To be thrown: the device cannot be asked for that. */
  public BackendException.Refused refused(String why) {
    return new BackendException.Refused(endpoint.display(), why);
  }

  /** To be thrown: the device broke the rules. */
  public BackendException.ProtocolViolation violation(String what) {
    return new BackendException.ProtocolViolation(endpoint.display(), "the device " + what);
  }

  private SnmpTarget target() {
    SnmpTarget now = opened;
    if (now == null) {
      try {
        now = SnmpTarget.open(endpoint, access);
      } catch (IOException e) {
        throw new BackendException.Unreachable(
            endpoint.display(), String.valueOf(e.getMessage()), e);
      }
      opened = now;
    }
    return now;
  }

  @Override
  public void close() {
    held.forEach(ByteBudget.Share::close);
    hangUp();
  }

  private void hangUp() {
    SnmpTarget last = opened;
    opened = null;
    if (last != null) {
      try {
        last.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
