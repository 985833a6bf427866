package org.novabm.store;

import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Table {@code deploy_helpers}. */
interface HelperRows extends Repository<HelperRow, HelperRow.Key> {

  HelperRow save(HelperRow row);

  @Query("select h from HelperRow h where h.key.desk = :desk order by h.seen desc, h.key.host")
  List<HelperRow> at(String desk);

  @Modifying
  @Query("delete from HelperRow h where h.key = :key")
  void remove(HelperRow.Key key);
}
