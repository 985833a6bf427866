package org.novabm.api.v1;

import java.time.Instant;
import org.novabm.rest.v1.ServiceView;
import org.novabm.service.ServiceLoad;
import org.novabm.service.ServiceProcess;
import org.novabm.service.ServiceRecord;

/** Shows compute hosts. */
final class ServiceViews {

  private ServiceViews() {}

  static ServiceView of(ServiceLoad load, Instant now) {
    ServiceRecord record = load.record();
    ServiceProcess process = record == null ? null : record.process();
    return new ServiceView(
        load.host(),
        load.state(now).word(),
        record == null ? null : TimeText.of(record.seen()),
        process == null ? null : TimeText.of(process.since()),
        load.nodes(),
        load.away(),
        load.tasks(),
        process == null ? null : process.pid(),
        process == null ? null : process.release(),
        record == null ? null : record.drained());
  }
}
