package org.novabm.provisioning;

import static org.novabm.provisioning.ProvisionEvent.DONE;
import static org.novabm.provisioning.ProvisionEvent.FAILED;
import static org.novabm.provisioning.ProvisionEvent.GIVEN_UP;
import static org.novabm.provisioning.ProvisionEvent.NEXT_NODE;
import static org.novabm.provisioning.ProvisionEvent.REBOOT;
import static org.novabm.provisioning.ProvisionEvent.REBOOT_SOFTLY;
import static org.novabm.provisioning.ProvisionEvent.START;
import static org.novabm.provisioning.ProvisionEvent.STOP;
import static org.novabm.provisioning.ProvisionEvent.STOP_NOW;
import static org.novabm.provisioning.ProvisionEvent.TERMINATE;
import static org.novabm.provisioning.ProvisionState.*;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The state machine, whole: what is not in this table cannot happen. */
public final class Transitions {

  /** Read it aloud: from, event, to. */
  public static final List<Transition> TABLE =
      List.of(
          // the way forward: the thirteen steps of old, and the proof
          on(CLAIMING, DONE, RECORDING),
          on(RECORDING, DONE, STOPPING),
          on(STOPPING, DONE, CABLING_SERVICE),
          on(CABLING_SERVICE, DONE, PUBLISHING),
          on(PUBLISHING, DONE, AIMING_AT_NETWORK),
          on(AIMING_AT_NETWORK, DONE, STARTING_RAMDISK),
          on(STARTING_RAMDISK, DONE, AWAITING_AGENT),
          on(AWAITING_AGENT, DONE, WRITING_IMAGE),
          on(WRITING_IMAGE, DONE, RETIRING_RAMDISK),
          on(RETIRING_RAMDISK, DONE, CABLING_TENANT),
          on(CABLING_TENANT, DONE, PROVING_ISOLATION),
          on(PROVING_ISOLATION, DONE, AIMING_AT_DISK),
          on(AIMING_AT_DISK, DONE, STARTING_INSTANCE),
          on(STARTING_INSTANCE, DONE, ACTIVE),

          // a step that fails enters the undo steps at the place that undoes it
          on(CLAIMING, FAILED, RELEASING),
          on(RECORDING, FAILED, UNDOING_ORDER),
          // nothing was done to a machine that could not be switched off
          on(STOPPING, FAILED, UNDOING_ORDER),
          on(CABLING_SERVICE, FAILED, UNDOING_POWER),
          on(PUBLISHING, FAILED, UNDOING_POWER),
          on(AIMING_AT_NETWORK, FAILED, UNDOING_POWER),
          on(STARTING_RAMDISK, FAILED, UNDOING_POWER),
          on(AWAITING_AGENT, FAILED, UNDOING_POWER),
          on(WRITING_IMAGE, FAILED, UNDOING_POWER),
          on(RETIRING_RAMDISK, FAILED, UNDOING_POWER),
          on(CABLING_TENANT, FAILED, UNDOING_POWER),
          on(PROVING_ISOLATION, FAILED, UNDOING_POWER),
          on(AIMING_AT_DISK, FAILED, UNDOING_POWER),
          on(STARTING_INSTANCE, FAILED, UNDOING_POWER),

          // so does a destroy in the middle of a spawn
          on(CLAIMING, TERMINATE, RELEASING),
          on(RECORDING, TERMINATE, UNDOING_ORDER),
          on(STOPPING, TERMINATE, UNDOING_POWER),
          on(CABLING_SERVICE, TERMINATE, UNDOING_POWER),
          on(PUBLISHING, TERMINATE, UNDOING_POWER),
          on(AIMING_AT_NETWORK, TERMINATE, UNDOING_POWER),
          on(STARTING_RAMDISK, TERMINATE, UNDOING_POWER),
          on(AWAITING_AGENT, TERMINATE, UNDOING_POWER),
          on(WRITING_IMAGE, TERMINATE, UNDOING_POWER),
          on(RETIRING_RAMDISK, TERMINATE, UNDOING_POWER),
          on(CABLING_TENANT, TERMINATE, UNDOING_POWER),
          on(PROVING_ISOLATION, TERMINATE, UNDOING_POWER),
          on(AIMING_AT_DISK, TERMINATE, UNDOING_POWER),
          on(STARTING_INSTANCE, TERMINATE, UNDOING_POWER),

          // an instance and its owner
          on(ACTIVE, TERMINATE, UNDOING_POWER),
          on(ACTIVE, STOP, POWERING_OFF),
          on(ACTIVE, STOP_NOW, CUTTING_POWER),
          on(ACTIVE, REBOOT, REBOOTING),
          on(ACTIVE, REBOOT_SOFTLY, SHUTTING_DOWN),
          on(STOPPED, TERMINATE, UNDOING_POWER),
          on(STOPPED, START, POWERING_ON),
          // what the record says is no reason to leave the machine as it is
          on(ACTIVE, START, POWERING_ON),
          on(STOPPED, STOP, POWERING_OFF),
          on(STOPPED, STOP_NOW, CUTTING_POWER),
          on(STOPPED, REBOOT, RESTARTING),
          on(POWERING_OFF, DONE, STOPPED),
          on(POWERING_OFF, FAILED, ACTIVE),
          on(POWERING_OFF, TERMINATE, UNDOING_POWER),
          on(CUTTING_POWER, DONE, STOPPED),
          on(CUTTING_POWER, FAILED, ACTIVE),
          on(CUTTING_POWER, TERMINATE, UNDOING_POWER),
          on(POWERING_ON, DONE, ACTIVE),
          on(POWERING_ON, FAILED, STOPPED),
          on(POWERING_ON, TERMINATE, UNDOING_POWER),
          on(REBOOTING, DONE, ACTIVE),
          on(REBOOTING, FAILED, ACTIVE),
          on(REBOOTING, TERMINATE, UNDOING_POWER),
          on(SHUTTING_DOWN, DONE, RESTARTING),
          on(SHUTTING_DOWN, FAILED, ACTIVE),
          on(SHUTTING_DOWN, TERMINATE, UNDOING_POWER),
          on(RESTARTING, DONE, ACTIVE),
          on(RESTARTING, FAILED, STOPPED),
          on(RESTARTING, TERMINATE, UNDOING_POWER),

          // the way back: every undo step runs, also behind one that failed
          on(UNDOING_POWER, DONE, UNDOING_CABLING),
          on(UNDOING_POWER, FAILED, UNDOING_CABLING),
          on(UNDOING_CABLING, DONE, UNDOING_BOOT_FILES),
          on(UNDOING_CABLING, FAILED, UNDOING_BOOT_FILES),
          on(UNDOING_BOOT_FILES, DONE, UNDOING_BOOT_DEVICE),
          on(UNDOING_BOOT_FILES, FAILED, UNDOING_BOOT_DEVICE),
          on(UNDOING_BOOT_DEVICE, DONE, UNDOING_ORDER),
          on(UNDOING_BOOT_DEVICE, FAILED, UNDOING_ORDER),
          on(UNDOING_ORDER, DONE, RELEASING),
          on(UNDOING_ORDER, FAILED, RELEASING),
          on(RELEASING, DONE, DELETED),
          on(RELEASING, GIVEN_UP, ProvisionState.FAILED),
          on(RELEASING, NEXT_NODE, CLAIMING),
          on(RELEASING, FAILED, ERROR),
          on(ERROR, TERMINATE, UNDOING_POWER));

  private static final Map<ProvisionState, Map<ProvisionEvent, ProvisionState>> BY_STATE = index();

  private Transitions() {}

  /** Where the event leads, or null when it means nothing in this state. */
  public static @Nullable ProvisionState next(ProvisionState from, ProvisionEvent event) {
    return BY_STATE.getOrDefault(from, Map.of()).get(event);
  }

  private static Transition on(ProvisionState from, ProvisionEvent event, ProvisionState to) {
    return new Transition(from, event, to);
  }

  private static Map<ProvisionState, Map<ProvisionEvent, ProvisionState>> index() {
    Map<ProvisionState, Map<ProvisionEvent, ProvisionState>> index =
        new EnumMap<>(ProvisionState.class);
    List<Transition> doubles = new ArrayList<>();
    for (Transition line : TABLE) {
      var events = index.computeIfAbsent(line.from(), s -> new EnumMap<>(ProvisionEvent.class));
      if (events.put(line.event(), line.to()) != null) {
        doubles.add(line);
      }
    }
    if (!doubles.isEmpty()) {
      throw new IllegalStateException("the table says two things about " + doubles);
    }
    return index;
  }
}
