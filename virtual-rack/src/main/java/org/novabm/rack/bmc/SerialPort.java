package org.novabm.rack.bmc;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * A machine's serial line: what the machine says waits for its BMC, what is typed goes to the
 * machine. Safe for many threads.
 */
public final class SerialPort {

  /** What the machine says while nobody reads is kept up to here; the rest is lost. */
  private static final int MOST_WAITING = 64 << 10;

  private final Consumer<byte[]> machine;
  private byte[] waiting = new byte[0];
  private int breaks;
  private volatile int room = Integer.MAX_VALUE;
  private Runnable bell = () -> {};

  /**
   * A line.
   *
   * @param machine gets what is typed; called by the BMC's thread
   */
  public SerialPort(Consumer<byte[]> machine) {
    this.machine = machine;
  }

  /** The line of a machine that says what is typed, a new line for each return. */
  public static SerialPort echoing() {
    SerialPort[] line = new SerialPort[1];
    line[0] = new SerialPort(typed -> line[0].say(withNewLines(typed)));
    return line[0];
  }

  private static byte[] withNewLines(byte[] typed) {
    return new String(typed, StandardCharsets.ISO_8859_1)
        .replace("\r", "\r\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The machine says something. */
  public void say(byte[] said) {
    Runnable ring;
    synchronized (this) {
      ByteArrayOutputStream both = new ByteArrayOutputStream(waiting.length + said.length);
      both.writeBytes(waiting);
      both.write(said, 0, Math.min(said.length, MOST_WAITING - waiting.length));
      waiting = both.toByteArray();
      ring = bell;
    }
    ring.run();
  }

  /** How often somebody sent a break. */
  public synchronized int breaks() {
    return breaks;
  }

  synchronized void whenSaid(Runnable wake) {
    bell = wake;
  }

  /** What the machine said first, at most so many bytes; it is not said again. */
  synchronized byte[] take(int most) {
    byte[] taken = Arrays.copyOf(waiting, Math.min(most, waiting.length));
    waiting = Arrays.copyOfRange(waiting, taken.length, waiting.length);
    return taken;
  }

  /** From now on no more of one packet is taken than this; the machine is slow, or off. */
  public void takeAtMost(int characters) {
    room = characters;
  }

  /** How many of the characters the machine took. */
  int type(byte[] typed) {
    int taken = Math.min(typed.length, room);
    if (taken > 0) {
      machine.accept(Arrays.copyOf(typed, taken));
    }
    return taken;
  }

  synchronized void breakSent() {
    breaks++;
  }
}
