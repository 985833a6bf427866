package org.novabm.task;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.instance.Instance;
import org.novabm.journal.Notice;
import org.novabm.lifecycle.Verb;

/** What is told of a task, by the names of Nova's compute service. */
public final class Notices {

  private static final String PREFIX = "compute.instance.";

  private Notices() {}

  /** What to tell when the verb begins on the instance; nothing of a node alone. */
  public static List<Notice> started(Verb verb, @Nullable Instance instance, Instant now) {
    String event = event(verb);
    return event == null || instance == null
        ? List.of()
        : List.of(notice(event + ".start", instance, doing(verb), null, now));
  }

  /** What to tell when it is over; an error where there is a reason. */
  static List<Notice> ended(
      Verb verb, @Nullable Instance instance, @Nullable String reason, Instant now) {
    String event = event(verb);
    if (event == null || instance == null) {
      return List.of();
    }
    String how = reason == null ? ".end" : ".error";
    return List.of(notice(event + how, instance, "", reason, now));
  }

  private static Notice notice(
      String event, Instance instance, String doing, @Nullable String reason, Instant now) {
    return new Notice(PREFIX + event, instance.uuid(), now, instance.state().word(), doing, reason);
  }

  private static @Nullable String event(Verb verb) {
    return switch (verb) {
      case DEPLOY -> "create";
      case REBUILD -> "rebuild";
      case RESCUE -> "rescue";
      case UNRESCUE -> "unrescue";
      case POWER_ON -> "power_on";
      case POWER_OFF -> "power_off";
      case REBOOT -> "reboot";
      case DESTROY, RELEASE -> "delete";
      case MANAGE, INSPECT, PROVIDE, CLEAN, ADOPT -> null;
    };
  }

  /** Nova's word for what is being done to an instance; empty for nothing. */
  public static String doing(Verb verb) {
    return switch (verb) {
      case DEPLOY -> "spawning";
      case REBUILD -> "rebuilding";
      case RESCUE -> "rescuing";
      case UNRESCUE -> "unrescuing";
      case POWER_ON -> "powering-on";
      case POWER_OFF -> "powering-off";
      case REBOOT -> "rebooting";
      case DESTROY, RELEASE -> "deleting";
      case MANAGE, INSPECT, PROVIDE, CLEAN, ADOPT -> "";
    };
  }
}
