package org.novabm.store;

import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Table {@code node_bmcs}. */
interface BmcRows extends Repository<BmcRow, BmcRow.Key> {

  /** The nodes that have a BMC of one of these names, and are not deleted. */
  @Query(
      """
      select distinct n.id from BmcRow b join NodeRow n on n.id = b.nodeId
      where b.key.bmc in :names order by n.id
      """)
  List<Long> owners(List<String> names);

  @Query("select b from BmcRow b where b.key.bmc in :names")
  List<BmcRow> named(List<String> names);

  /** Looks again, for another one may have it by now. */
  @Modifying
  @Query(
      nativeQuery = true,
      value =
          """
          delete from node_bmcs where bmc = :bmc and twin = :twin and not exists (
            select 1 from bm_nodes where bm_nodes.id = node_bmcs.node_id and bm_nodes.deleted = 0)
          """)
  void removeLeftBehind(String bmc, long twin);

  @Modifying
  @Query("delete from BmcRow b where b.nodeId = :node")
  void removeAll(long node);
}
