package org.novabm.store;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Tables {@code deploy_jobs} and {@code deploy_job_macs}. */
interface JobRows extends Repository<JobRow, UUID> {

  @Nullable JobRow findByDeploymentAndDeployer(UUID deployment, String deployer);

  List<JobRow> findAllByDeployerOrderByDeployment(String deployer);

  @Query(
      "select j from JobRow j join JobMacRow m on m.deployment = j.deployment"
          + " where m.mac = :mac and j.deployer = :deployer")
  @Nullable JobRow byMac(String mac, String deployer);

  /**
   * Native as are the deletes, for Hibernate translates every other change anew each time, and
   * progress comes often.
   */
  @Modifying
  @Query(
      nativeQuery = true,
      value =
          """
          update deploy_jobs set state = :state, bound_to_host = :boundToHost,
            version = version + 1
          where deployment = :deployment and version = :version
          """)
  int update(String deployment, long version, String state, boolean boundToHost);

  @Modifying
  @Query(nativeQuery = true, value = "delete from deploy_jobs where deployment = :deployment")
  void remove(String deployment);

  @Modifying
  @Query(nativeQuery = true, value = "delete from deploy_job_macs where deployment = :deployment")
  void removeMacs(String deployment);

  @Modifying
  @Query(nativeQuery = true, value = "delete from deploy_job_macs where mac = :mac")
  void removeMac(String mac);
}
