package org.novabm.deploy.agent;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * How often an address may still ask for the boot files of cards that have none. MACs are guessed
 * easily, and who finds one that is being deployed could pass for that machine. An IPv6 client is
 * its network of 64 bits, of which it may have any address.
 *
 * <p>Of too many addresses none is forgotten that owes something, or a flood of spoofed ones would
 * pay the debts of one that is real: those who come then share one budget.
 */
final class MissBudget {

  /** That owe something. */
  static final int ADDRESSES = 4096;

  /** Of one: its text, the account with its time, the entry. */
  static final int BYTES = 256;

  private static final String OTHERS = "others";

  private final int most;
  private final double perMilli;
  private final InstantSource time;
  private final Map<String, Account> accounts = new HashMap<>();

  private record Account(double left, Instant at) {}

  /**
   * Nobody owes anything.
   *
   * @param most questions at once
   * @param perMinute questions one gets back
   */
  MissBudget(int most, int perMinute, InstantSource time) {
    this.most = most;
    this.perMilli = perMinute / 60_000.0;
    this.time = time;
  }

  /** Takes one question; false when none is left, and then nothing may be looked up. */
  synchronized boolean take(InetAddress client) {
    String key = key(client);
    double left = left(key);
    if (left < 1) {
      return false;
    }
    accounts.put(key, new Account(left - 1, time.instant()));
    return true;
  }

  /** The question was an honest one. */
  synchronized void giveBack(InetAddress client) {
    String key = key(client);
    accounts.put(key, new Account(Math.min(most, left(key) + 1), time.instant()));
  }

  private double left(String key) {
    Account account = accounts.get(key);
    return account == null ? most : refilled(account);
  }

  private double refilled(Account account) {
    long millis = Math.max(0, time.instant().toEpochMilli() - account.at().toEpochMilli());
    return Math.min(most, account.left() + millis * perMilli);
  }

  private String key(InetAddress client) {
    byte[] address = client.getAddress();
    String key =
        client instanceof Inet6Address
            ? HexFormat.of().formatHex(Arrays.copyOf(address, Long.BYTES))
            : client.getHostAddress();
    if (accounts.size() >= ADDRESSES && !accounts.containsKey(key)) {
      accounts.values().removeIf(account -> refilled(account) >= most);
    }
    return accounts.size() < ADDRESSES || accounts.containsKey(key) ? key : OTHERS;
  }
}
