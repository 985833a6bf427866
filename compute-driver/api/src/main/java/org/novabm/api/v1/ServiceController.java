package org.novabm.api.v1;

import java.util.List;
import org.novabm.api.ServiceIdentity;
import org.novabm.rest.v1.ApiRoot;
import org.novabm.rest.v1.ApiRoot.Link;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says which service this is and where its resources are. */
@RestController
class ServiceController {

  private static final List<Link> LINKS =
      List.of(
          new Link("nodes", "/v1/nodes"),
          new Link("switches", "/v1/switches"),
          new Link("services", "/v1/services"),
          new Link("instances", "/v1/instances"),
          new Link("tasks", "/v1/tasks"),
          new Link("os-baremetal-nodes", "/v2.1/os-baremetal-nodes"),
          new Link("openapi", "/v3/api-docs"),
          new Link("health", "/actuator/health"),
          new Link("metrics", "/actuator/prometheus"));

  private final ServiceIdentity identity;

  ServiceController(ServiceIdentity identity) {
    this.identity = identity;
  }

  @GetMapping("/v1")
  ApiRoot service() {
    return new ApiRoot(identity.version(), identity.host(), LINKS);
  }
}
