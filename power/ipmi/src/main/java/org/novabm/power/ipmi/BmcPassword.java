package org.novabm.power.ipmi;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.novabm.power.ipmi.wire.CompletionCode;
import org.novabm.power.ipmi.wire.IpmiResponse;
import org.novabm.power.ipmi.wire.Octets;
import org.novabm.spi.BackendException;
import org.novabm.spi.Secret;

/**
 * Get User Access, Get User Name and Set User Password (IPMI 2.0, sections 22.27, 22.29 and 22.30).
 */
final class BmcPassword {

  private static final int APPLICATION = 0x06;
  private static final int GET_ACCESS = 0x44;
  private static final int GET_NAME = 0x46;
  private static final int SET_PASSWORD = 0x47;
  private static final int THIS_CHANNEL = 0x0E;
  private static final int SHORT = 16;
  private static final int LONG = 20;
  private static final int IS_LONG = 0x80;
  private static final int SET = 0x02;
  private static final int TEST = 0x03;
  private static final int NAME_SIZE = 16;

  private final IpmiBmc bmc;
  private final String user;

  BmcPassword(IpmiBmc bmc, String user) {
    this.bmc = bmc;
    this.user = user;
  }

  void change(Secret wanted, CommandDeadline deadline) {
    byte[] password = wanted.reveal().getBytes(StandardCharsets.UTF_8);
    if (password.length == 0 || password.length > LONG) {
      throw new IllegalArgumentException("a BMC's password has 1 to " + LONG + " bytes");
    }
    int id = ownId(deadline);
    bmc.execute(command("Set User Password", id, SET, password), deadline);
    bmc.execute(command("Set User Password (test)", id, TEST, password), deadline);
  }

  /** A short one fits into either size; only the long size allows more than 16 bytes. */
  private static IpmiCommand command(String name, int id, int operation, byte[] password) {
    boolean isLong = password.length > SHORT;
    byte[] data = new byte[2 + (isLong ? LONG : SHORT)];
    data[0] = (byte) (isLong ? id | IS_LONG : id);
    data[1] = (byte) operation;
    System.arraycopy(password, 0, data, 2, password.length);
    return new IpmiCommand(name, APPLICATION, SET_PASSWORD, Octets.copyOf(data));
  }

  private int ownId(CommandDeadline deadline) {
    IpmiCommand access =
        new IpmiCommand("Get User Access", APPLICATION, GET_ACCESS, Octets.of(THIS_CHANNEL, 1));
    Octets counts = bmc.execute(access, deadline);
    int most = counts.size() == 0 ? 0 : counts.at(0) & 0x3F;
    for (int id = 1; id <= most; id++) {
      if (name(id, deadline).equals(user)) {
        return id;
      }
    }
    throw new BackendException.Refused(
        bmc.name(), "the BMC lists no user '%s' among its %d".formatted(user, most));
  }

  /** Empty for a place that nobody has. */
  private String name(int id, CommandDeadline deadline) {
    IpmiResponse response =
        bmc.ask(new IpmiCommand("Get User Name", APPLICATION, GET_NAME, Octets.of(id)), deadline);
    if (!response.completion().equals(CompletionCode.DONE)) {
      return "";
    }
    byte[] name = response.data().toByteArray();
    int end = 0;
    while (end < Math.min(NAME_SIZE, name.length) && name[end] != 0) {
      end++;
    }
    return new String(Arrays.copyOf(name, end), StandardCharsets.UTF_8);
  }
}
