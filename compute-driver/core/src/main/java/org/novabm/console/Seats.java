package org.novabm.console;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.novabm.console.ConsoleSeat.Role;
import org.novabm.spi.power.SerialLine;

/** The places at one console. Safe for many threads. */
final class Seats {

  private final List<Seat> taken = new CopyOnWriteArrayList<>();

  boolean isEmpty() {
    return taken.isEmpty();
  }

  void clear() {
    taken.clear();
  }

  /**
   * Another place; without the keyboard when somebody has it.
   *
   * @param line that keys go to, null while there is none
   * @param left is run when the place is given back
   */
  synchronized ConsoleSeat add(
      ConsoleViewer viewer, Role wanted, Supplier<@Nullable SerialLine> line, Runnable left) {
    boolean free = taken.stream().noneMatch(seat -> seat.role == Role.KEYBOARD);
    Seat seat = new Seat(viewer, free ? wanted : Role.VIEW, line, left);
    taken.add(seat);
    if (wanted != seat.role) {
      viewer.told("another has the keyboard; you look on");
    }
    return seat;
  }

  /** Everybody is told something about the console. */
  void tell(String notice) {
    taken.forEach(seat -> seat.viewer.told(notice));
  }

  /** Everybody sees what the machine said. */
  void pass(byte[] said) {
    if (said.length > 0) {
      taken.forEach(seat -> seat.viewer.said(said));
    }
  }

  private final class Seat implements ConsoleSeat {

    private final ConsoleViewer viewer;
    private final Role role;
    private final Supplier<@Nullable SerialLine> line;
    private final Runnable left;

    Seat(ConsoleViewer viewer, Role role, Supplier<@Nullable SerialLine> line, Runnable left) {
      this.viewer = viewer;
      this.role = role;
      this.line = line;
      this.left = left;
    }

    @Override
    public Role role() {
      return role;
    }

    @Override
    public int type(byte[] keys) {
      SerialLine open = line.get();
      return open == null || role == Role.VIEW ? 0 : open.write(keys);
    }

    @Override
    public void sendBreak() {
      SerialLine open = line.get();
      if (open != null && role == Role.KEYBOARD) {
        open.sendBreak();
      }
    }

    @Override
    public void close() {
      if (taken.remove(this)) {
        left.run();
      }
    }
  }
}
