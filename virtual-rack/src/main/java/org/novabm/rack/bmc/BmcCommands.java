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
  private final EventLogCommands events = new EventLogCommands(InstantSource.system());

  BmcCommands(BmcPlan plan, Supplier<FaultRules> faults, SerialOverLan serial, int port) {
    this.machine = plan.chassis();
    this.chassis = new ChassisCommands(new FaultyChassis(machine, faults));
    this.application = new ApplicationCommands(plan.account(), plan.maker(), plan.suites());
    this.payloads = new PayloadCommands(serial, port);
  }

  String light() {
    return chassis.light();
  }

  /** What may be asked by those who are not logged in. */
  Reply beforeSession(Request request) {
    return application.beforeSession(request);
  }

  Reply answer(Request request, BmcSession session, SocketAddress sender) {
    return switch (request.netFn()) {
      case ChassisCommands.NET_FN -> switched(request);
      case EventLogCommands.NET_FN -> events.answer(request);
      case ApplicationCommands.NET_FN ->
          PayloadCommands.knows(request.command())
              ? payloads.answer(request, session, sender)
              : application.answer(request);
      default -> Reply.UNKNOWN_COMMAND;
    };
  }

  private Reply switched(Request request) {
    boolean before = machine.isOn();
    Reply reply = chassis.answer(request);
    if (before != machine.isOn()) {
      events.powerChanged(!before);
    }
    return reply;
  }
}
