package org.novabm.power.ipmi;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novabm.power.ipmi.wire.CompletionCode;
import org.novabm.power.ipmi.wire.IpmiResponse;
import org.novabm.power.ipmi.wire.Octets;
import org.novabm.spi.BackendException;
import org.novabm.spi.power.DeviceEvent;

/**
 * Get SEL Info and Get SEL Entry (IPMI 2.0, sections 31.2 and 31.5), whole entries.
 *
 * <p>Each entry names the next one, so that a log can be read forwards only. The newest few of a
 * long one are found from its end all the same, as numbers mostly follow one another; where they do
 * not, the log is read from its beginning for as long as there is time.
 */
final class SystemEvents {

  private static final int STORAGE = 0x0A;
  private static final int GET_INFO = 0x40;
  private static final int GET_ENTRY = 0x43;
  private static final int FIRST = 0;
  private static final int LAST = 0xFFFF;
  private static final int WHOLE = 0xFF;

  /** As many as fit into the largest log. */
  private static final int MOST_ENTRIES = 0x10000;

  /** Numbers that are not given, in a row, before the search from the end is given up. */
  private static final int WIDEST_GAP = 32;

  /** Busy with one entry for longer means that it cannot read it. */
  private static final Duration ONE_ENTRY = Duration.ofSeconds(2);

  private final IpmiBmc bmc;

  SystemEvents(IpmiBmc bmc) {
    this.bmc = bmc;
  }

  /** The newest so many, oldest first; the first says so when older ones were not reached. */
  List<DeviceEvent> read(int most, CommandDeadline deadline) {
    int count = entries(deadline);
    if (count == 0) {
      return List.of();
    }
    CommandDeadline half = deadline.sooner(Duration.ofNanos(deadline.remainingNanos() / 2));
    List<DeviceEvent> newest = count > 2 * most ? fromTheEnd(most, half) : null;
    return newest != null ? newest : fromTheBeginning(count, most, deadline);
  }

  /** Null when they cannot be found that way. */
  private @Nullable List<DeviceEvent> fromTheEnd(int most, CommandDeadline deadline) {
    LogEntry entry = entry(LAST, deadline);
    Deque<DeviceEvent> found = new ArrayDeque<>();
    int id = entry == null ? FIRST : entry.id();
    int missing = 0;
    while (found.size() < most && id > FIRST && missing < WIDEST_GAP && !isAlmostOver(deadline)) {
      if (entry != null && entry.id() == id) {
        found.addFirst(entry.event());
      }
      missing = entry != null && entry.id() == id ? 0 : missing + 1;
      id--;
      entry = found.size() < most && id > FIRST ? entry(id, deadline) : null;
    }
    return found.size() < most ? null : List.copyOf(found);
  }

  private List<DeviceEvent> fromTheBeginning(int count, int most, CommandDeadline deadline) {
    Deque<DeviceEvent> newest = new ArrayDeque<>();
    Set<Integer> read = new HashSet<>();
    int id = FIRST;
    while (id != LAST && read.size() < MOST_ENTRIES && !isAlmostOver(deadline)) {
      LogEntry entry = entry(id, deadline);
      boolean again = entry != null && !read.add(entry.id());
      // a log that comes back to what was read is at its end, and so is one without what it names;
      // but some have their first entry twice
      if (entry == null || (again && read.contains(entry.next()))) {
        return List.copyOf(newest);
      }
      if (!again) {
        newest.add(entry.event());
      }
      if (newest.size() > most) {
        newest.remove();
      }
      id = entry.next();
    }
    boolean whole = id == LAST && read.size() >= count / 2;
    return whole ? List.copyOf(newest) : cut(newest, read.size(), count);
  }

  /** These are not the newest, and whoever reads them must know. */
  private List<DeviceEvent> cut(Deque<DeviceEvent> read, int entries, int count) {
    List<DeviceEvent> all = new ArrayList<>(read);
    String text =
        "only %d of about %d entries could be read; newer ones are missing"
            .formatted(entries, count);
    all.add(new DeviceEvent(LAST, null, "event log", text));
    return all;
  }

  /** No time for another question, and for going home with what there is. */
  private static boolean isAlmostOver(CommandDeadline deadline) {
    return deadline.remainingNanos() < Duration.ofMillis(500).toNanos();
  }

  /** Null when there is none of that number. */
  private @Nullable LogEntry entry(int id, CommandDeadline deadline) {
    IpmiCommand command =
        new IpmiCommand(
            "Get SEL Entry", STORAGE, GET_ENTRY, Octets.of(0, 0, id, id >> 8, 0, WHOLE));
    IpmiResponse response = bmc.ask(command, deadline.sooner(ONE_ENTRY));
    return response.completion().equals(CompletionCode.DONE)
        ? LogEntry.of(id, response.data())
        : null;
  }

  private int entries(CommandDeadline deadline) {
    Octets info =
        bmc.execute(new IpmiCommand("Get SEL Info", STORAGE, GET_INFO, Octets.EMPTY), deadline);
    if (info.size() < 3) {
      throw new BackendException.ProtocolViolation(
          bmc.name(), "a head of its event log that cannot be read: '" + info + "'");
    }
    return info.at(1) | info.at(2) << 8;
  }
}
