package org.novabm.power.redfish;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import org.novabm.spi.power.BootDeviceControl;
import org.novabm.spi.power.BootSelection;
import org.novabm.spi.power.Inventory;
import org.novabm.spi.power.InventoryReader;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;
import org.novabm.spi.power.SecureBootControl;
import org.novabm.spi.power.VirtualMedia;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The power, boot device, drive and inventory of one ComputerSystem. */
final class RedfishPowerManager
    implements PowerManager, BootDeviceControl, SecureBootControl, VirtualMedia, InventoryReader {

  private final RedfishSession session;
  private final SystemPath system;
  private final Duration poll;
  private @Nullable String found;

  RedfishPowerManager(RedfishSession session, SystemPath system, Duration poll) {
    this.session = session;
    this.system = system;
    this.poll = poll;
  }

  private RedfishSession.Resource read(Deadline deadline) {
    return session.get(path(deadline), deadline);
  }

  private String path(Deadline deadline) {
    String known = found;
    if (known == null) {
      known = system.find(session, deadline);
      found = known;
    }
    return known;
  }

  @Override
  public PowerState state(Duration within) {
    return state(read(Deadline.in(within)).body());
  }

  /** A machine on its way is not there yet. */
  private PowerState state(JsonNode resource) {
    String state = resource.path("PowerState").asString("");
    return switch (state) {
      case "On", "PoweringOff", "Paused" -> PowerState.ON;
      case "Off", "PoweringOn" -> PowerState.OFF;
      default ->
          throw new BackendException.ProtocolViolation(
              session.name(), "says that the power is '" + Excerpt.of(state) + "'");
    };
  }

  @Override
  public PowerState apply(PowerAction action, Duration within) {
    Deadline deadline = Deadline.in(within);
    JsonNode now = read(deadline).body();
    PowerState state = state(now);
    return switch (action) {
      case ON -> state == PowerState.ON ? state : bring(now, PowerState.ON, deadline, "On");
      case OFF ->
          state == PowerState.OFF ? state : bring(now, PowerState.OFF, deadline, "ForceOff");
      case SOFT_OFF ->
          state == PowerState.OFF
              ? state
              : bring(now, PowerState.OFF, deadline, "GracefulShutdown");
      case CYCLE ->
          state == PowerState.OFF
              ? bring(now, PowerState.ON, deadline, "On")
              : bring(now, PowerState.ON, deadline, "PowerCycle", "ForceRestart");
      case RESET ->
          state == PowerState.OFF
              ? bring(now, PowerState.ON, deadline, "On")
              : bring(now, PowerState.ON, deadline, "ForceRestart", "GracefulRestart");
    };
  }

  /** By the first of these ways that the machine has. */
  private PowerState bring(JsonNode now, PowerState wanted, Deadline deadline, String... ways) {
    JsonNode reset = now.path("Actions").path("#ComputerSystem.Reset");
    Set<String> allowed = new HashSet<>();
    reset.path("ResetType@Redfish.AllowableValues").forEach(one -> allowed.add(one.asString("")));
    String way =
        List.of(ways).stream()
            .filter(one -> allowed.isEmpty() || allowed.contains(one))
            .findFirst()
            .orElseThrow(
                () ->
                    new BackendException.Unsupported(
                        session.name(),
                        "the machine takes %s and none of %s"
                            .formatted(Excerpt.of(allowed.toString()), List.of(ways))));
    session.post(
        session.path(
            reset.path("target").asString(path(deadline) + "/Actions/ComputerSystem.Reset")),
        JsonMapper.shared().createObjectNode().put("ResetType", way),
        deadline);
    return await(wanted, deadline);
  }

  private PowerState await(PowerState wanted, Deadline deadline) {
    while (true) {
      PowerState state = state(read(deadline).body());
      if (state == wanted || deadline.leftMillis() <= poll.toMillis()) {
        return state;
      }
      try {
        Thread.sleep(poll);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new BackendException.Unreachable(
            session.name(), "interrupted while the power state was watched", e);
      }
    }
  }

  @Override
  public BootSelection bootSelection(Duration within) {
    return boot(read(Deadline.in(within)).body());
  }

  private BootSelection boot(JsonNode resource) {
    try {
      return BootOverride.read(resource.path("Boot"));
    } catch (IllegalArgumentException e) {
      throw new BackendException.Refused(
          session.name(),
          "boots from '" + Excerpt.of("" + e.getMessage()) + "', which is none that we use");
    }
  }

  @Override
  public BootSelection select(BootSelection selection, Duration within) {
    Deadline deadline = Deadline.in(within);
    RedfishSession.Resource before = read(deadline);
    try {
      session.patch(path(deadline), BootOverride.wanted(selection, true), before.tag(), deadline);
    } catch (BackendException.Refused e) {
      // a machine of one firmware alone takes no mode, and one that changed meanwhile another tag
      session.patch(
          path(deadline), BootOverride.wanted(selection, false), read(deadline).tag(), deadline);
    }
    BootSelection now = boot(read(deadline).body());
    if (now.device() != selection.device()) {
      throw new BackendException.ProtocolViolation(
          session.name(),
          "took boot device %s and reads %s".formatted(selection.device(), now.device()));
    }
    return now;
  }

  @Override
  public boolean secureBoot(Duration within) {
    Deadline deadline = Deadline.in(within);
    return new SecureBoot(session, read(deadline).body()).read(deadline);
  }

  @Override
  public boolean secureBoot(boolean wanted, Duration within) {
    Deadline deadline = Deadline.in(within);
    return new SecureBoot(session, read(deadline).body()).set(wanted, deadline);
  }

  @Override
  public @Nullable URI inserted(Duration within) {
    Deadline deadline = Deadline.in(within);
    return CdDrive.of(session, read(deadline).body(), deadline).inserted(deadline);
  }

  @Override
  public void insert(URI image, Duration within) {
    Deadline deadline = Deadline.in(within);
    CdDrive.of(session, read(deadline).body(), deadline).insert(image, deadline);
  }

  @Override
  public void eject(Duration within) {
    Deadline deadline = Deadline.in(within);
    CdDrive.of(session, read(deadline).body(), deadline).eject(deadline);
  }

  @Override
  public Inventory inventory(Duration within) {
    JsonNode system = read(Deadline.in(within)).body();
    return new Inventory(
        system.path("Manufacturer").asString(""),
        system.path("Model").asString(""),
        system.path("PartNumber").asString(""),
        system.path("SerialNumber").asString(""),
        "",
        system.path("AssetTag").asString(""));
  }

  @Override
  public void close() {
    session.close();
  }
}
