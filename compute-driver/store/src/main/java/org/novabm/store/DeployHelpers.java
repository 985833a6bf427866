package org.novabm.store;

import java.util.List;
import org.novabm.spi.deploy.Attendance;

/** Who serves machines that boot; this process speaks for its own host. */
record DeployHelpers(Transactions transactions, HelperRows rows, ServiceHost host) {

  void attend(String desk, Attendance attendance) {
    transactions.run(() -> rows.save(new HelperRow(key(desk), attendance)));
  }

  List<Attendance> at(String desk) {
    return transactions.run(() -> rows.at(desk).stream().map(HelperRow::toAttendance).toList());
  }

  void leave(String desk) {
    transactions.run(
        () -> {
          rows.remove(key(desk));
          return true;
        });
  }

  private HelperRow.Key key(String desk) {
    return new HelperRow.Key(desk, host.name());
  }
}
