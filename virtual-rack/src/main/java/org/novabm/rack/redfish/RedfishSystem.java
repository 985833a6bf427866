package org.novabm.rack.redfish;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The machine behind a simulated BMC: its ComputerSystem resource (DSP0268). */
final class RedfishSystem {

  private final RedfishProfile profile;
  private final String path;
  private final MachinePower power;
  private final MachineBoot boot;
  private final SimulatedBootOrder order;
  private final OtherManagers managers;
  private final EntityTag tag;
  private final BusyAnswers busyReadings;
  private final BusyAnswers busyChanges;

  RedfishSystem(RedfishProfile profile) {
    this.profile = profile;
    this.path = profile.layout().system();
    this.power = new MachinePower(profile.resets());
    this.boot = new MachineBoot(profile.boot());
    this.order = new SimulatedBootOrder(profile);
    this.managers = new OtherManagers(profile.layout());
    this.tag = new EntityTag(profile.tags());
    this.busyReadings = new BusyAnswers(profile.busy().readings());
    this.busyChanges = new BusyAnswers(profile.busy().changes());
  }

  MachinePower power() {
    return power;
  }

  MachineBoot boot() {
    return boot;
  }

  private String settings() {
    return path + "/" + profile.boot().settings();
  }

  /** Null when it is about something else. */
  @Nullable RedfishReply answer(RedfishRequest request) {
    String asked = request.method() + " " + request.path();
    if (asked.equals("GET " + path)) {
      return unless(busyReadings.next(), () -> tag.tagged(resource()));
    }
    if (asked.equals("GET " + path + "/ResetActionInfo")) {
      return RedfishReply.of(power.info(request.path()));
    }
    if (asked.equals("POST " + path + "/Actions/ComputerSystem.Reset")) {
      return unless(busyChanges.next(), () -> reset(request));
    }
    if (asked.equals("PATCH " + path)) {
      return unless(busyChanges.next(), () -> patchOfSystem(request));
    }
    RedfishReply reply = profile.boot().hasSettings() ? settings(asked, request) : null;
    reply = reply == null ? order.answer(request) : reply;
    return reply == null ? managers.answer(request) : reply;
  }

  private static RedfishReply unless(
      @Nullable RedfishReply busy, java.util.function.Supplier<RedfishReply> otherwise) {
    return busy == null ? otherwise.get() : busy;
  }

  private @Nullable RedfishReply settings(String asked, RedfishRequest request) {
    if (asked.equals("GET " + settings())) {
      ObjectNode resource = JsonMapper.shared().createObjectNode().put("@odata.id", settings());
      resource.set("Boot", boot.read());
      return tag.tagged(resource);
    }
    return asked.equals("PATCH " + settings()) ? patch(request) : null;
  }

  private RedfishReply reset(RedfishRequest request) {
    RedfishReply reply = power.reset(request.body());
    if (reply.status() < 300) {
      tag.next();
    }
    return reply;
  }

  private RedfishReply patchOfSystem(RedfishRequest request) {
    return switch (profile.boot().place()) {
      case SYSTEM -> patch(request);
      case MOVED ->
          RedfishReply.error(
              400,
              "Ami.1.0.OperationSupportedInFutureStateURI",
              "Boot is changed at " + settings() + " only.");
      case READ_ONLY ->
          RedfishReply.error(
              400, "Base.1.18.PropertyNotWritable", "The property Boot is read-only.");
      case NOWHERE ->
          RedfishReply.error(
              400, "iLO.2.30.UnsupportedOperation", "The operation is not supported.");
    };
  }

  private RedfishReply patch(RedfishRequest request) {
    RedfishReply refusal = tag.refusal(request.header("If-Match"));
    if (refusal == null) {
      refusal = boot.change(request.body().path("Boot"));
    }
    if (refusal != null) {
      return refusal;
    }
    tag.next();
    return RedfishReply.DONE;
  }

  private ObjectNode resource() {
    ObjectNode system = JsonMapper.shared().createObjectNode();
    system.put("@odata.id", path);
    system.put("@odata.type", "#ComputerSystem.v1_13_0.ComputerSystem");
    system.put("Id", profile.layout().systems().getFirst()).put("Name", "simulated");
    system.put("SystemType", "Physical").put("PowerState", power.read());
    system.put("UUID", "38947555-7742-3448-3784-823347823834");
    system.put("Manufacturer", profile.maker()).put("Model", "simulated");
    system.put("PartNumber", "P-1").put("SerialNumber", "CH7").put("AssetTag", "A-7");
    system.putObject("SecureBoot").put("@odata.id", path + "/SecureBoot");
    ObjectNode links = system.putObject("Links");
    managers.tell(links.putArray("ManagedBy"));
    ObjectNode choice = boot.read();
    order.tell(choice);
    system.set("Boot", choice);
    if (profile.boot().hasSettings()) {
      system
          .putObject("@Redfish.Settings")
          .put("@odata.type", "#Settings.v1_3_0.Settings")
          .putObject("SettingsObject")
          .put("@odata.id", settings());
    }
    system.putObject("Actions").set("#ComputerSystem.Reset", power.action(path));
    return system;
  }
}
