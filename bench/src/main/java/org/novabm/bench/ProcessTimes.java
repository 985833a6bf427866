package org.novabm.bench;

import java.time.Duration;
import java.util.List;

/** CPU time of processes, as the operating system counts it. */
final class ProcessTimes {

  private ProcessTimes() {}

  static Duration cpu(List<Long> pids) {
    return pids.stream()
        .flatMap(pid -> ProcessHandle.of(pid).stream())
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }
}
