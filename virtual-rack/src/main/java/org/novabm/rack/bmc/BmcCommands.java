package org.novabm.rack.bmc;

import java.net.SocketAddress;
import java.time.InstantSource;
import java.util.function.Supplier;

/** All commands of a simulated BMC, by their network functions. */
final class BmcCommands {

  private final Chassis machine;
  private final ChassisCommands chassis;
  private final ApplicationCommands application;
  private final PayloadCommands payloads;
  private final EventLogCommands events;
  private final SensorCommands sensors;
  private final InventoryCommands inventory;
  private final RefusalScript refusals;

  BmcCommands(BmcPlan plan, Supplier<FaultRules> faults, SimulatedSerialOverLan serial, int port) {
    this.machine = plan.chassis();
    this.chassis = new ChassisCommands(new FaultyChassis(machine, faults));
    this.application = new ApplicationCommands(plan.account(), plan.maker(), plan.suites());
    this.events = new EventLogCommands(InstantSource.system(), plan.profile().log());
    this.sensors = new SensorCommands(plan.profile().sensors());
    this.inventory = new InventoryCommands(plan.profile().inventory());
    this.refusals = plan.profile().refusals();
    this.payloads = new PayloadCommands(serial, port);
  }

  String light() {
    return chassis.light();
  }

  /** What may be asked by those who are not logged in. */
  CommandResponse beforeSession(CommandRequest request) {
    return application.beforeSession(request);
  }

  CommandResponse answer(CommandRequest request, BmcSession session, SocketAddress sender) {
    CommandResponse refusal = refusals.next(request);
    return refusal == null ? obey(request, session, sender) : refusal;
  }

  private CommandResponse obey(CommandRequest request, BmcSession session, SocketAddress sender) {
    return switch (request.netFn()) {
      case ChassisCommands.NET_FN -> switched(request);
      case EventLogCommands.NET_FN -> stored(request);
      case SensorCommands.READING_NET_FN -> sensors.read(request);
      case ApplicationCommands.NET_FN ->
          PayloadCommands.knows(request.command())
              ? payloads.answer(request, session, sender)
              : application.answer(request);
      default -> CommandResponse.UNKNOWN_COMMAND;
    };
  }

  private CommandResponse stored(CommandRequest request) {
    if (SensorCommands.knows(request.command())) {
      return sensors.answer(request);
    }
    return InventoryCommands.knows(request.command())
        ? inventory.answer(request)
        : events.answer(request);
  }

  private CommandResponse switched(CommandRequest request) {
    boolean before = machine.isOn();
    CommandResponse reply = chassis.answer(request);
    if (before != machine.isOn()) {
      events.powerChanged(!before);
    }
    return reply;
  }
}
