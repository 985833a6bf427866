package org.novabm.api.v1;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.api.fault.Fault;
import org.novabm.api.fault.Field;
import org.novabm.rest.v1.DrainBody;
import org.novabm.rest.v1.ServicePage;
import org.novabm.rest.v1.ServiceView;
import org.novabm.service.ServiceLoad;
import org.novabm.service.ServiceStore;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The compute hosts that share the database; any of them tells of all, and may drain another. A
 * host that is drained takes no new instances, nor takes over from another; what is under way there
 * goes on, and its instances are served. It holds over restarts.
 */
@RestController
@RequestMapping("/v1/services")
class ServicesController {

  private final ServiceStore services;
  private final InstantSource time;

  ServicesController(ServiceStore services, InstantSource time) {
    this.services = services;
    this.time = time;
  }

  @GetMapping
  ServicePage list() {
    Instant now = time.instant();
    return new ServicePage(
        services.loads().stream().map(load -> ServiceViews.of(load, now)).toList());
  }

  @GetMapping("/{host}")
  ServiceView show(@PathVariable String host) {
    return shown(host, services.loads());
  }

  /** Drains the host, or gives another reason for that it is. */
  @PutMapping("/{host}/drain")
  ServiceView drain(@PathVariable String host, @RequestBody DrainBody body) {
    set(host, Field.text("reason", body.reason(), 255));
    return show(host);
  }

  /** Lets the host take new instances; there is no need for it to be drained. */
  @DeleteMapping("/{host}/drain")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void enable(@PathVariable String host) {
    set(host, null);
  }

  private void set(String host, @Nullable String why) {
    if (!services.drain(host, why)) {
      throw unknown(host);
    }
  }

  private ServiceView shown(String host, List<ServiceLoad> loads) {
    return loads.stream()
        .filter(load -> load.host().equals(host))
        .findFirst()
        .map(load -> ServiceViews.of(load, time.instant()))
        .orElseThrow(() -> unknown(host));
  }

  private static Fault unknown(String host) {
    return Fault.notFound("no nova-compute of host '" + host + "' ever ran with this database");
  }
}
