package org.novabm.console;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.novabm.device.Backends;
import org.novabm.node.NetworkSwitch;
import org.novabm.spi.BackendException;
import org.novabm.spi.Endpoint;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.power.ConsoleAccess;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;
import org.novabm.spi.power.SerialLine;

/** A machine with a serial line: a test says what it says, and sees what was typed. */
final class TalkingMachine implements Backends {

  private static final byte[] END = new byte[0];

  final AtomicReference<String> typed = new AtomicReference<>("");
  final AtomicInteger openings = new AtomicInteger();
  final AtomicInteger open = new AtomicInteger();
  final AtomicInteger takeovers = new AtomicInteger();

  /** Why there is no way to the line; null when there is one. */
  volatile @Nullable BackendException trouble;

  private volatile Line line = new Line();

  void say(String text) {
    line.said.add(text.getBytes(StandardCharsets.UTF_8));
  }

  void breakLine() {
    line.broken = true;
    line.said.add(END);
  }

  @Override
  public PowerManager power(String manager, Endpoint bmc) {
    return new Manager();
  }

  @Override
  public SwitchManager network(NetworkSwitch networkSwitch) {
    throw new UnsupportedOperationException();
  }

  private final class Manager implements PowerManager, ConsoleAccess {
    @Override
    public PowerState state(Duration within) {
      return PowerState.ON;
    }

    @Override
    public PowerState apply(PowerAction action, Duration within) {
      return action.target();
    }

    @Override
    public SerialLine openConsole(Claim claim, Duration within) {
      BackendException now = trouble;
      if (claim == Claim.TAKE_OVER) {
        takeovers.incrementAndGet();
      }
      if (now != null) {
        throw now;
      }
      openings.incrementAndGet();
      open.incrementAndGet();
      Line fresh = new Line();
      line = fresh;
      return fresh;
    }

    @Override
    public void close() {}
  }

  private final class Line implements SerialLine {
    private final BlockingQueue<byte[]> said = new LinkedBlockingQueue<>();
    private volatile boolean broken;
    private boolean left;

    @Override
    public byte[] read(Duration within) {
      try {
        byte[] next = said.poll(within.toMillis(), TimeUnit.MILLISECONDS);
        if (broken) {
          throw new BackendException.Unreachable("bmc", "the line broke");
        }
        return next == null ? END : next;
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public int write(byte[] keys) {
      typed.accumulateAndGet(new String(keys, StandardCharsets.UTF_8), String::concat);
      return keys.length;
    }

    @Override
    public void sendBreak() {
      typed.accumulateAndGet("<break>", String::concat);
    }

    @Override
    public synchronized void close() {
      if (!left) {
        left = true;
        open.decrementAndGet();
        said.add(END);
      }
    }
  }
}
