package org.novabm.netswitch.openflow;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Stands between a switch and its controller and makes it one of those whose barriers mean nothing:
 * flows take effect later, or never, and barriers are answered at once.
 */
final class LyingSwitch implements AutoCloseable {

  /** What becomes of flow orders. */
  sealed interface Fate {

    /** They are passed on after so many milliseconds. */
    record Late(long millis) implements Fate {}

    /** Those that this is true of are lost. */
    record Lost(Predicate<byte[]> which) implements Fate {}
  }

  private static final int FLOW_MOD = 14;

  private final ServerSocket entry = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Future<?>> threads = new CopyOnWriteArrayList<>();
  private final List<Future<?>> late = new CopyOnWriteArrayList<>();
  private final int controller;
  private volatile Fate fate = new Fate.Late(0);

  LyingSwitch(int controller) throws IOException {
    this.controller = controller;
    run(this::accept);
  }

  /** Where the switch finds what it takes for its controller. */
  String address() {
    return "tcp:127.0.0.1:" + entry.getLocalPort();
  }

  void fate(Fate next) {
    fate = next;
  }

  private void run(Callable<Void> work) {
    threads.add(readers.submit(work));
  }

  private Void accept() throws IOException {
    while (true) {
      Socket device = entry.accept();
      Socket ours = new Socket(InetAddress.getLoopbackAddress(), controller);
      run(() -> pass(device, ours));
      run(() -> orders(ours, device));
    }
  }

  private static Void pass(Socket from, Socket to) throws IOException {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    }
    return null;
  }

  private Void orders(Socket from, Socket to) throws IOException {
    DataInputStream stream = new DataInputStream(from.getInputStream());
    OutputStream output = to.getOutputStream();
    try (from;
        to) {
      while (true) {
        byte[] message = message(stream);
        if (message[1] != FLOW_MOD) {
          write(output, message);
          continue;
        }
        switch (fate) {
          case Fate.Late(long millis) when millis == 0 -> write(output, message);
          case Fate.Late(long millis) ->
              late.add(clock.schedule(() -> write(output, message), millis, TimeUnit.MILLISECONDS));
          case Fate.Lost(Predicate<byte[]> which) -> {
            if (!which.test(message)) {
              write(output, message);
            }
          }
        }
      }
    }
  }

  private static byte[] message(DataInputStream stream) throws IOException {
    byte[] header = stream.readNBytes(8);
    if (header.length < 8) {
      throw new IOException("hung up");
    }
    int length = ((header[2] & 0xff) << 8) | (header[3] & 0xff);
    byte[] message = Arrays.copyOf(header, length);
    stream.readFully(message, 8, length - 8);
    return message;
  }

  private static Void write(OutputStream output, byte[] message) throws IOException {
    synchronized (output) {
      output.write(message);
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    entry.close();
    clock.shutdownNow();
    readers.shutdownNow();
  }
}
