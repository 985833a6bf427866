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

  static final UUID DEPLOYMENT = UUID.fromString("d0000000-0000-4000-8000-000000000001");

  final List<InstanceRequest> spawned = new ArrayList<>();
  final List<String> asked = new ArrayList<>();
  DriverAnswer answer = new DriverAnswer.Accepted(DEPLOYMENT);

  void clear() {
    spawned.clear();
    asked.clear();
    answer = new DriverAnswer.Accepted(DEPLOYMENT);
  }

  @Override
  public DriverAnswer spawn(InstanceRequest request) {
    spawned.add(request);
    return answer;
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
