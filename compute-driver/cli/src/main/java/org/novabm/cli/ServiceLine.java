package org.novabm.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.novabm.service.ServiceLoad;
import org.novabm.service.ServiceProcess;
import org.novabm.service.ServiceRecord;

/**
 * A compute host as it is listed.
 *
 * @param state up: a process acts for it; silent: one did and says nothing; stopped: it left;
 *     unknown: it owns nodes and never said anything
 * @param seen its last sign of life
 * @param since when its process began to act
 * @param nodes that it owns now
 * @param away nodes of its own that another host took over
 * @param tasks that are under way
 * @param drained why it takes no new instances
 */
record ServiceLine(
    String host,
    String state,
    @Nullable String seen,
    @Nullable String since,
    long nodes,
    long away,
    long tasks,
    @Nullable Long pid,
    @Nullable String release,
    @Nullable String drained) {

  static ServiceLine of(ServiceLoad load, Instant now) {
    ServiceRecord record = load.record();
    ServiceProcess process = record == null ? null : record.process();
    return new ServiceLine(
        load.host(),
        state(record, now),
        record == null ? null : text(record.seen()),
        process == null ? null : text(process.since()),
        load.nodes(),
        load.away(),
        load.tasks(),
        process == null ? null : process.pid(),
        process == null ? null : process.release(),
        record == null ? null : record.drained());
  }

  private static String state(@Nullable ServiceRecord record, Instant now) {
    if (record == null) {
      return "unknown";
    }
    if (record.process() == null) {
      return "stopped";
    }
    boolean spoke = Duration.between(record.seen(), now).compareTo(record.lease()) <= 0;
    return spoke ? "up" : "silent";
  }

  private static String text(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  static Object orDash(@Nullable Object value) {
    return value == null ? "-" : value;
  }
}
