package org.novabm.deploy.agent;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.Arrays;

/**
 * How often an address may still ask for the boot files of cards that have none. MACs are guessed
 * easily, and who finds one that is being deployed could pass for that machine. An IPv6 client is
 * its network of 64 bits, of which it may have any address.
 *
 * <p>There are more addresses than can be kept, and by UDP anybody can send from all of them. So
 * each has one account in each of two rows, which it shares with few others that nobody can choose,
 * and is refused when both are empty: debts are never forgotten, and a flood of addresses leaves a
 * newcomer's accounts alone.
 */
final class MissBudget {

  /** In a row. */
  static final int ACCOUNTS = 8192;

  /** Of an account in two rows: what is left, and since when. */
  static final int BYTES = 2 * (Double.BYTES + Long.BYTES);

  private final int most;
  private final double perMilli;
  private final InstantSource time;
  private final Row[] rows;

  /**
   * Nobody owes anything.
   *
   * @param most questions at once
   * @param perMinute questions one gets back
   * @param salt known to nobody else, or addresses could be chosen that share accounts with another
   */
  MissBudget(int most, int perMinute, InstantSource time, long salt) {
    this.most = most;
    this.perMilli = perMinute / 60_000.0;
    this.time = time;
    this.rows = new Row[] {new Row(salt), new Row(mixed(salt))};
  }

  /** Takes one question; false when none is left, and then nothing may be looked up. */
  synchronized boolean take(InetAddress client) {
    long key = key(client);
    boolean any = false;
    for (Row row : rows) {
      any |= row.left(key) >= 1;
    }
    if (any) {
      change(key, -1);
    }
    return any;
  }

  /** The question was an honest one. */
  synchronized void giveBack(InetAddress client) {
    change(key(client), 1);
  }

  private void change(long key, int by) {
    for (Row row : rows) {
      row.put(key, Math.clamp(row.left(key) + by, 0, most));
    }
  }

  private static long key(InetAddress client) {
    ByteBuffer address = ByteBuffer.wrap(client.getAddress());
    // no network of IPv6 begins with 32 bits of zeroes and has clients
    return client instanceof Inet6Address
        ? address.getLong()
        : Integer.toUnsignedLong(address.getInt());
  }

  /** The finaliser of SplitMix64: each bit of the result hangs on each of the number. */
  private static long mixed(long number) {
    long first = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
    long second = (first ^ (first >>> 27)) * 0x94d049bb133111ebL;
    return second ^ (second >>> 31);
  }

  private final class Row {

    private final long salt;
    private final double[] left = new double[ACCOUNTS];
    private final long[] at = new long[ACCOUNTS];

    private Row(long salt) {
      this.salt = salt;
      Arrays.fill(left, most);
    }

    private int account(long key) {
      return (int) (mixed(mixed(key ^ salt) + salt) & (ACCOUNTS - 1));
    }

    private double left(long key) {
      int account = account(key);
      long millis = Math.max(0, time.millis() - at[account]);
      return Math.min(most, left[account] + millis * perMilli);
    }

    private void put(long key, double now) {
      int account = account(key);
      left[account] = now;
      at[account] = time.millis();
    }
  }
}
