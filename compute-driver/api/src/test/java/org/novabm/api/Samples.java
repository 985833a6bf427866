package org.novabm.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.novabm.instance.Flavor;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.RequestContext;
import org.novabm.provisioning.Deployment;
import org.novabm.provisioning.ProvisionState;
import org.novabm.provisioning.StepRecord;
import org.novabm.provisioning.StepRecord.Status;
import org.novabm.spi.deploy.ImageRef;

/** Things the tests put into the stores. */
final class Samples {

  static final String PASSWORD = "hunter2-of-the-BMC";
  static final UUID INSTANCE = UUID.fromString("11111111-0000-4000-8000-000000000001");
  static final Instant BEGUN = Instant.parse("2026-03-04T05:09:00Z");

  private Samples() {}

  static String node(String mac) {
    return """
        {"address": "10.0.0.7", "mac": "%s", "cpus": 8, "memory_mb": 16384, "local_gb": 500,
         "power": {"address": "10.1.0.7:6230", "user": "root", "password": "%s"}}
        """
        .formatted(mac, PASSWORD);
  }

  static String legacyNode(String mac) {
    return """
        {"node": {"service_host": "rack1", "cpus": 8, "memory_mb": 16384, "local_gb": 500,
         "pm_address": "10.1.0.7", "pm_user": "root", "pm_password": "%s",
         "terminal_port": 8001, "prov_mac_address": "%s", "a_column_of_old": 7}}
        """
        .formatted(PASSWORD, mac);
  }

  static String aSwitch(String address) {
    return """
        {"address": "%s", "port": 6640, "user": "admin", "password": "%s", "driver": "openvswitch",
         "description": "rack 1, top"}
        """
        .formatted(address, PASSWORD);
  }

  static Deployment deployment(UUID id, ProvisionState state) {
    InstanceRequest request =
        new InstanceRequest(
            INSTANCE,
            "instance-00000007",
            "web1",
            new Flavor("", 0, 0, 0, 0),
            new ImageRef("https://me:" + PASSWORD + "@img/i.raw?sig=" + PASSWORD, null, "raw"),
            null,
            List.of(),
            PASSWORD,
            Map.of(),
            Map.of("key", PASSWORD),
            RequestContext.NONE);
    return Deployment.begin(id, request, BEGUN).withNode(1L).entering(state, BEGUN.plusSeconds(2));
  }

  static StepRecord claimed() {
    return new StepRecord(
        1,
        ProvisionState.CLAIMING,
        Status.DONE,
        1,
        BEGUN,
        BEGUN.plusMillis(12),
        "node 1 of 3 that fit");
  }

  static StepRecord waiting() {
    return new StepRecord(
        2, ProvisionState.AWAITING_AGENT, Status.WAITING, 3, BEGUN.plusSeconds(2), null, "no call");
  }
}
