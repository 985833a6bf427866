package org.novabm.cli;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.rest.v1.ServiceView;
import org.novabm.service.ServiceLoad;
import org.novabm.service.ServiceProcess;
import org.novabm.service.ServiceRecord;

/** Compute hosts of the database, as the service shows them by REST and as lines for people. */
final class ServiceLines {

  private static final DateTimeFormatter MILLIS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
  private static final DateTimeFormatter SECONDS =
      new DateTimeFormatterBuilder().appendInstant(0).toFormatter();

  private ServiceLines() {}

  static ServiceView view(ServiceLoad load, Instant now) {
    ServiceRecord record = load.record();
    ServiceProcess process = record == null ? null : record.process();
    return new ServiceView(
        load.host(),
        load.state(now).word(),
        record == null ? null : MILLIS.format(record.seen()),
        process == null ? null : MILLIS.format(process.since()),
        load.nodes(),
        load.away(),
        load.tasks(),
        process == null ? null : process.pid(),
        process == null ? null : process.release(),
        record == null ? null : record.drained());
  }

  static Table table(List<ServiceView> hosts, boolean coloured) {
    Table table =
        new Table(
            coloured, "HOST", "STATE", "SEEN", "SINCE", "NODES", "AWAY", "TASKS", "PID", "DRAINED");
    for (ServiceView it : hosts) {
      table.row(
          it.host(),
          it.state(),
          seconds(it.seen()),
          seconds(it.since()),
          it.nodes(),
          it.away(),
          it.tasks(),
          NodeText.orDash(it.pid()),
          NodeText.orDash(it.drained()));
    }
    return table;
  }

  private static String seconds(@Nullable String time) {
    return time == null ? "-" : SECONDS.format(Instant.parse(time));
  }
}
