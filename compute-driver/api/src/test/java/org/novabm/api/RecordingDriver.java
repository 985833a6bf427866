package org.novabm.api;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.novabm.driver.ComputeDriver;
import org.novabm.driver.DriverAnswer;
import org.novabm.driver.Manner;
import org.novabm.instance.InstanceRequest;

/** Writes down what it is asked and answers what it is told to. */
final class RecordingDriver implements ComputeDriver {

  static final UUID TASK = UUID.fromString("d0000000-0000-4000-8000-000000000001");

  final List<InstanceRequest> spawned = new ArrayList<>();
  final List<InstanceRequest> rebuilt = new ArrayList<>();
  final List<String> asked = new ArrayList<>();
  DriverAnswer answer = new DriverAnswer.Accepted(TASK);

  void clear() {
    spawned.clear();
    rebuilt.clear();
    asked.clear();
    answer = new DriverAnswer.Accepted(TASK);
  }

  @Override
  public DriverAnswer spawn(InstanceRequest request) {
    spawned.add(request);
    return answer;
  }

  @Override
  public DriverAnswer rebuild(UUID instance, InstanceRequest request) {
    rebuilt.add(request);
    return record("rebuild", instance);
  }

  @Override
  public DriverAnswer cancel(UUID instance) {
    return record("cancel", instance);
  }

  @Override
  public DriverAnswer destroy(UUID instance) {
    return record("destroy", instance);
  }

  @Override
  public DriverAnswer start(UUID instance) {
    return record("start", instance);
  }

  @Override
  public DriverAnswer stop(UUID instance, Manner manner) {
    return record("stop" + said(manner), instance);
  }

  @Override
  public DriverAnswer reboot(UUID instance, Manner manner) {
    return record("reboot" + said(manner), instance);
  }

  private static String said(Manner manner) {
    return manner == Manner.SOFT ? "" : " hard";
  }

  private DriverAnswer record(String what, UUID instance) {
    asked.add(what + " " + instance);
    return answer;
  }
}
