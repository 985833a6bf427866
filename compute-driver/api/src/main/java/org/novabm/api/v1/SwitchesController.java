package org.novabm.api.v1;

import java.net.URI;
import org.novabm.api.EndpointCheck;
import org.novabm.api.KnownBackends;
import org.novabm.api.fault.Fault;
import org.novabm.api.fault.Field;
import org.novabm.node.NetworkSwitch;
import org.novabm.node.SwitchStore;
import org.novabm.rest.v1.SwitchBody;
import org.novabm.rest.v1.SwitchPage;
import org.novabm.rest.v1.SwitchView;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The switches that nodes are plugged in. */
@RestController
@RequestMapping("/v1/switches")
class SwitchesController {

  private final SwitchStore switches;
  private final KnownBackends backends;
  private final EndpointCheck endpoints;

  SwitchesController(SwitchStore switches, KnownBackends backends, EndpointCheck endpoints) {
    this.switches = switches;
    this.backends = backends;
    this.endpoints = endpoints;
  }

  @PostMapping
  ResponseEntity<SwitchView> add(@RequestBody SwitchBody body) {
    NetworkSwitch wanted = SwitchRequests.networkSwitch(body, backends);
    NetworkSwitch stored = switches.add(Field.checked("address", wanted, endpoints::networkSwitch));
    return ResponseEntity.created(URI.create("/v1/switches/" + stored.id()))
        .body(SwitchViews.of(stored));
  }

  @GetMapping
  SwitchPage list() {
    return new SwitchPage(switches.list().stream().map(SwitchViews::of).toList());
  }

  @GetMapping("/{id}")
  SwitchView show(@PathVariable long id) {
    NetworkSwitch found = switches.find(id);
    if (found == null) {
      throw unknown(id);
    }
    return SwitchViews.of(found);
  }

  /** Refused with 409 while nodes are plugged in. */
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable long id) {
    if (!switches.delete(id)) {
      throw unknown(id);
    }
  }

  private static Fault unknown(long id) {
    return Fault.notFound("there is no switch " + id);
  }
}
