package org.novabm.deploy.agent;

import java.util.List;
import java.util.Map;
import org.novabm.spi.MacAddress;

/**
 * What an agent says first.
 *
 * @param mac the card it booted from
 * @param secret from its boot file; never print this record
 * @param diskBytes the size of its disk, 0 when it has none
 * @param disks all it has; empty for an agent that chooses by itself
 * @param readsBack it can be asked what stands in a part of its disk ({@code readback=1})
 * @param asksAgain when it is turned away it fetches its boot file anew ({@code again=1})
 */
record AgentHello(
    MacAddress mac,
    String secret,
    long diskBytes,
    List<SeenDisk> disks,
    boolean readsBack,
    boolean asksAgain) {

  AgentHello {
    disks = List.copyOf(disks);
  }

  /**
   * Reads the form.
   *
   * @throws IllegalArgumentException naming what is missing or wrong
   */
  static AgentHello parse(Map<String, String> form) {
    return new AgentHello(
        new MacAddress(field(form, "mac")),
        field(form, "secret"),
        FormBody.number("disk_bytes", field(form, "disk_bytes")),
        SeenDisk.parse(form.getOrDefault("disks", "")),
        "1".equals(form.get("readback")),
        "1".equals(form.get("again")));
  }

  private static String field(Map<String, String> form, String name) {
    String value = form.get(name);
    if (value == null || value.isEmpty()) {
      throw new IllegalArgumentException("the field " + name + " is missing");
    }
    return value;
  }

  @Override
  public String toString() {
    return "Hello[" + mac + ", " + diskBytes + " bytes]";
  }
}
