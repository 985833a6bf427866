package org.novabm.power.ipmi;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.novabm.power.ipmi.wire.CompletionCode;
import org.novabm.power.ipmi.wire.IpmiRequest;
import org.novabm.power.ipmi.wire.IpmiResponse;
import org.novabm.power.ipmi.wire.Octets;

/**
 * A machine with power and boot options that keeps every bit, and that gives each command the
 * completion codes it was told before it obeys.
 */
final class ScriptedChassis implements Function<IpmiRequest, IpmiResponse> {

  private final Map<Integer, Deque<Integer>> codes = new ConcurrentHashMap<>();
  private final Map<Integer, Octets> bootOptions = new ConcurrentHashMap<>();
  private volatile boolean powerOn;

  /** The next answers to a command; it is done after them. */
  ScriptedChassis answering(IpmiCommand command, Integer... completionCodes) {
    codes.put(key(command.netFn(), command.number()), new ArrayDeque<>(List.of(completionCodes)));
    return this;
  }

  ScriptedChassis switchedOn() {
    powerOn = true;
    return this;
  }

  boolean isOn() {
    return powerOn;
  }

  Octets bootOption(int parameter) {
    return bootOptions.getOrDefault(parameter, Octets.EMPTY);
  }

  @Override
  public IpmiResponse apply(IpmiRequest request) {
    Deque<Integer> waiting = codes.get(key(request.netFn(), request.command()));
    Integer code = waiting == null ? null : waiting.poll();
    return code == null ? obey(request) : response(request, code, Octets.EMPTY);
  }

  private static int key(int netFn, int command) {
    return netFn << 8 | command;
  }

  private IpmiResponse obey(IpmiRequest request) {
    return switch (key(request.netFn(), request.command())) {
      case 0x0001 -> done(request, Octets.of(powerOn ? 1 : 0, 0, 0));
      case 0x0002 -> {
        powerOn = request.data().at(0) != 0 && request.data().at(0) != 5;
        yield done(request, Octets.EMPTY);
      }
      case 0x0008 -> {
        bootOptions.put(request.data().at(0), request.data());
        yield done(request, Octets.EMPTY);
      }
      case 0x0009 -> done(request, boot(request.data().at(0)));
      case 0x0601 -> done(request, Octets.of(0x20, 1, 9, 8, 2, 0, 0x91, 0x12, 0, 2, 0x0F));
      case 0x063B -> done(request, request.data());
      case 0x063C -> done(request, Octets.EMPTY);
      default -> response(request, 0xC1, Octets.EMPTY);
    };
  }

  /** The version of the parameters, 1, then the parameter as it was written. */
  private Octets boot(int parameter) {
    Octets kept = bootOption(parameter);
    int[] answer = new int[7];
    answer[0] = 1;
    answer[1] = parameter;
    for (int i = 1; i < kept.size(); i++) {
      answer[i + 1] = kept.at(i);
    }
    return Octets.of(answer);
  }

  private static IpmiResponse done(IpmiRequest request, Octets data) {
    return response(request, 0, data);
  }

  private static IpmiResponse response(IpmiRequest request, int code, Octets data) {
    return new IpmiResponse(
        request.netFn() + 1, request.command(), request.sequence(), new CompletionCode(code), data);
  }
}
