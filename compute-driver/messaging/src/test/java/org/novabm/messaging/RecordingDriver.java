package org.novabm.messaging;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.novabm.driver.ComputeDriver;
import org.novabm.driver.DriverAnswer;
import org.novabm.driver.Manner;
import org.novabm.instance.InstanceRequest;

/** A driver that notes what it was asked and answers as it is told. */
public final class RecordingDriver implements ComputeDriver {

  public static final UUID TASK = UUID.fromString("00000000-0000-4000-8000-00000000d001");

  public final List<String> asked = new CopyOnWriteArrayList<>();
  public final List<InstanceRequest> spawned = new CopyOnWriteArrayList<>();
  public final List<InstanceRequest> rebuilt = new CopyOnWriteArrayList<>();
  public volatile Function<UUID, DriverAnswer> answer = instance -> new DriverAnswer.Accepted(TASK);

  /** So many further requests fail for a passing reason. */
  public final AtomicInteger failures = new AtomicInteger();

  /** Requests wait here. */
  public volatile CountDownLatch gate = new CountDownLatch(0);

  @Override
  public DriverAnswer spawn(InstanceRequest request) {
    DriverAnswer said = note("spawn", request.instance());
    spawned.add(request);
    return said;
  }

  @Override
  public DriverAnswer rebuild(UUID instance, InstanceRequest request) {
    DriverAnswer said = note("rebuild", instance);
    rebuilt.add(request);
    return said;
  }

  @Override
  public DriverAnswer destroy(UUID instance) {
    return note("destroy", instance);
  }

  @Override
  public DriverAnswer cancel(UUID instance) {
    return note("cancel", instance);
  }

  @Override
  public DriverAnswer start(UUID instance) {
    return note("start", instance);
  }

  @Override
  public DriverAnswer stop(UUID instance, Manner manner) {
    return note("stop" + said(manner), instance);
  }

  @Override
  public DriverAnswer reboot(UUID instance, Manner manner) {
    return note("reboot" + said(manner), instance);
  }

  private static String said(Manner manner) {
    return manner == Manner.SOFT ? "" : " hard";
  }

  private DriverAnswer note(String what, UUID instance) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new IllegalStateException("the database is away");
    }
    asked.add(what + " " + instance);
    return answer.apply(instance);
  }
}
