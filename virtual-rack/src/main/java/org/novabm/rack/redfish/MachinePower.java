package org.novabm.rack.redfish;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The power of the machine: what it is, and what readings say of it meanwhile. */
final class MachinePower {

  private final ResetTraits traits;
  private final Deque<String> shown = new ArrayDeque<>();
  private boolean on;
  private boolean pressed;

  MachinePower(ResetTraits traits) {
    this.traits = traits;
    this.pressed = traits.pressed();
  }

  synchronized boolean isOn() {
    return on;
  }

  /** What this reading says; null for JSON's null. */
  synchronized @Nullable String read() {
    String word = shown.poll();
    String truth = on ? "On" : "Off";
    return word == null ? truth : word.equals("null") ? null : word;
  }

  /** The action as the resource names it. */
  ObjectNode action(String system) {
    ObjectNode reset = JsonMapper.shared().createObjectNode();
    reset.put("target", system + "/Actions/ComputerSystem.Reset");
    if (traits.told() == ResetTraits.Told.INLINE || traits.told() == ResetTraits.Told.BOTH) {
      traits.toldTypes().forEach(reset.putArray("ResetType@Redfish.AllowableValues")::add);
    }
    if (traits.told() == ResetTraits.Told.INFO || traits.told() == ResetTraits.Told.BOTH) {
      reset.put("@Redfish.ActionInfo", system + "/ResetActionInfo");
    }
    return reset;
  }

  ObjectNode info(String path) {
    ObjectNode info = JsonMapper.shared().createObjectNode();
    info.put("@odata.id", path).put("@odata.type", "#ActionInfo.v1_1_2.ActionInfo");
    info.put("Id", "ResetActionInfo").put("Name", "Reset");
    ObjectNode parameter = info.putArray("Parameters").addObject();
    parameter.put("Name", "ResetType").put("Required", true).put("DataType", "String");
    traits.types().forEach(parameter.putArray("AllowableValues")::add);
    return info;
  }

  synchronized RedfishReply reset(JsonNode order) {
    String type = order.path("ResetType").asString("");
    if (!traits.types().contains(type)) {
      return RedfishReply.notInList("ResetType");
    }
    on ^= pressed;
    pressed = false;
    boolean next = next(type);
    boolean needless = next == on && !isRestart(type) && !type.equals("Nmi");
    if (needless && traits.already() != 0) {
      return RedfishReply.error(
          traits.already(), "Base.1.8.ResourceInUse", "The machine is in that state already.");
    }
    on = next;
    shown.clear();
    shown.addAll(words(type));
    return RedfishReply.DONE;
  }

  private static boolean isRestart(String type) {
    return List.of("ForceRestart", "GracefulRestart", "PowerCycle").contains(type);
  }

  private boolean next(String type) {
    return switch (type) {
      case "ForceOff", "GracefulShutdown" -> false;
      case "PushPowerButton" -> !on;
      case "Nmi" -> on;
      case "ForceRestart", "GracefulRestart", "PowerCycle" -> traits.cycleEndsOn();
      default -> true;
    };
  }

  private List<String> words(String type) {
    return isRestart(type) ? traits.cycle() : on ? traits.on() : traits.off();
  }
}
