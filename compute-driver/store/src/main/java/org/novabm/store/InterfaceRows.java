package org.novabm.store;

import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Table {@code bm_interfaces}. */
interface InterfaceRows extends Repository<InterfaceRow, Long> {

  InterfaceRow save(InterfaceRow row);

  /** The cards that have one of the addresses. */
  List<InterfaceRow> findByAddressIn(List<String> addresses);

  @Modifying
  @Query("delete from InterfaceRow i where i.nodeId = :node and i.address = :mac")
  int remove(long node, String mac);

  @Modifying
  @Query("delete from InterfaceRow i where i.nodeId = :node")
  void removeAll(long node);
}
