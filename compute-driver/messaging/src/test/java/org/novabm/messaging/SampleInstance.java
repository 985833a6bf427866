package org.novabm.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.novabm.instance.Flavor;
import org.novabm.instance.Instance;
import org.novabm.instance.InstanceRequest;
import org.novabm.instance.RequestContext;
import org.novabm.instance.RequestedNetwork;
import org.novabm.spi.deploy.ImageRef;

/** The instance of the captured messages. */
public final class SampleInstance {

  public static final UUID UUID_OF_IT = UUID.fromString("1f2e3d4c-5b6a-4978-8a9b-0c1d2e3f4a5b");
  public static final Instant CREATED = Instant.parse("2026-03-04T05:00:00.120441Z");
  public static final Instant LAUNCHED = Instant.parse("2026-03-04T05:06:07Z");

  private SampleInstance() {}

  public static InstanceRequest request(UUID uuid) {
    return new InstanceRequest(
        uuid,
        "instance-00000001",
        "bm-web-1",
        new Flavor("baremetal.small", 8192, 4, 100, 0),
        new ImageRef("155d900f-4e14-4e4c-a73d-069cbf4541e6", null, "raw"),
        null,
        List.of(new RequestedNetwork("tenant-blue", 120)),
        null,
        Map.of(),
        Map.of("role", "web"),
        new RequestContext(
            "req-1", "2b3c4d5e6f708192a3b4c5d6e7f80912", "7f0c4dc0e2c84f5c8f0a1b2c3d4e5f60"));
  }

  /** Asked for at that time, and on a node. */
  public static Instance created(Instant when) {
    return Instance.begin(request(UUID_OF_IT), RecordingDriver.TASK, when).on(7L);
  }

  /** Up for some time. */
  public static Instance running() {
    return created(CREATED).launched(LAUNCHED);
  }
}
