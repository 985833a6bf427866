package org.novabm.rack.bmc;

/** What a BMC can do to its machine. Calls return at once. */
public interface Chassis {

  boolean isOn();

  void powerOn();

  void powerOff();

  /** Off and on again; nothing when it is off. */
  void reset();

  /** The operating system is asked to shut down. */
  void softOff();

  /**
   * Boot flags as parameter 5 of the system boot options holds them: five bytes (IPMI 2.0, table
   * 28-14).
   */
  byte[] bootFlags();

  void setBootFlags(byte[] flags);
}
