package org.novabm.power.ipmi;

import java.util.List;

/** Kinds of sensors and units (IPMI 2.0, tables 42-3 and 43-15). */
final class SensorWords {

  private static final List<String> TYPES =
      List.of(
          "reserved",
          "temperature",
          "voltage",
          "current",
          "fan",
          "chassis intrusion",
          "security violation",
          "processor",
          "power supply",
          "power unit",
          "cooling device",
          "other units",
          "memory",
          "drive slot",
          "memory resize",
          "system firmware",
          "event log",
          "watchdog 1",
          "system event",
          "critical interrupt",
          "button",
          "board",
          "microcontroller",
          "add-in card",
          "chassis",
          "chip set",
          "other FRU",
          "cable",
          "terminator",
          "boot initiated",
          "boot error",
          "OS boot",
          "OS stop",
          "slot",
          "ACPI power state",
          "watchdog 2",
          "platform alert",
          "entity presence",
          "monitor ASIC",
          "LAN",
          "management subsystem",
          "battery",
          "session audit",
          "version change",
          "FRU state");

  /** Those that machines have; the table goes on to petabits and gigawords. */
  private static final List<String> UNITS =
      List.of(
          "", "°C", "°F", "K", "V", "A", "W", "J", "C", "VA", "nit", "lm", "lx", "cd", "kPa", "psi",
          "N", "cfm", "rpm", "Hz", "µs", "ms", "s", "min", "h", "d", "weeks");

  private SensorWords() {}

  static String type(int number) {
    return number < TYPES.size() ? TYPES.get(number) : "type 0x%02X".formatted(number);
  }

  static String unit(int number) {
    return number < UNITS.size() ? UNITS.get(number) : "unit " + number;
  }
}
