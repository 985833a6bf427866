package org.novabm.api.v1;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.api.audit.Audit;
import org.novabm.api.fault.Fault;
import org.novabm.api.fault.Field;
import org.novabm.driver.ComputeDriver;
import org.novabm.driver.DriverAnswer;
import org.novabm.driver.Manner;
import org.novabm.instance.InstanceStore;
import org.novabm.rest.v1.InstanceAction;
import org.novabm.rest.v1.InstanceBody;
import org.novabm.rest.v1.InstancePage;
import org.novabm.rest.v1.InstanceReceipt;
import org.novabm.rest.v1.InstanceView;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Instances without messages, for trying out and for operators. 202 means on record: it will be
 * done even if the service dies now.
 */
@RestController
@RequestMapping("/v1/instances")
class InstancesController {

  private static final int MOST = 1000;

  private final ComputeDriver driver;
  private final InstanceStore instances;
  private final InstanceViews views;

  InstancesController(ComputeDriver driver, InstanceStore instances, InstanceViews views) {
    this.driver = driver;
    this.instances = instances;
    this.views = views;
  }

  @PostMapping
  ResponseEntity<InstanceReceipt> spawn(@RequestBody InstanceBody body, HttpServletRequest call) {
    var request = InstanceRequests.spawned(body);
    Audit.note(call, "spawn-" + request.instance());
    return answer(request.instance(), driver.spawn(request));
  }

  /**
   * Newest first, without tasks.
   *
   * @param over also those of which nothing is left
   * @param limit 1 to 1000
   */
  @GetMapping
  InstancePage list(
      @RequestParam(defaultValue = "false") boolean over,
      @RequestParam(defaultValue = "100") int limit) {
    return new InstancePage(views.list(over, Field.whole("limit", limit, 1, MOST)));
  }

  /** The instance with its task: the one that goes on, else the last one. */
  @GetMapping("/{uuid}")
  InstanceView show(@PathVariable String uuid) {
    InstanceView found = views.find(Field.uuid("uuid", uuid));
    if (found == null) {
      throw Fault.notFound("there is no instance " + uuid);
    }
    return found;
  }

  @DeleteMapping("/{uuid}")
  ResponseEntity<InstanceReceipt> destroy(@PathVariable String uuid) {
    UUID instance = Field.uuid("uuid", uuid);
    return answer(instance, driver.destroy(instance));
  }

  @PostMapping("/{uuid}/action")
  ResponseEntity<InstanceReceipt> act(
      @PathVariable String uuid, @RequestBody InstanceAction body, HttpServletRequest call) {
    UUID instance = Field.uuid("uuid", uuid);
    InstanceActions.Kind kind = InstanceActions.kind(body);
    Audit.note(call, String.valueOf(body.action()));
    DriverAnswer answer =
        switch (kind) {
          case START -> driver.start(instance);
          case STOP -> driver.stop(instance, InstanceActions.manner(body, Manner.SOFT));
          case REBOOT -> driver.reboot(instance, InstanceActions.manner(body, Manner.HARD));
          case REBUILD ->
              driver.rebuild(
                  instance,
                  InstanceActions.rebuilt(body, instance, instances.findInstance(instance)));
          case CANCEL -> driver.cancel(instance);
        };
    return answer(instance, answer);
  }

  private static ResponseEntity<InstanceReceipt> answer(UUID instance, DriverAnswer answer) {
    return switch (answer) {
      case DriverAnswer.Accepted(UUID task) ->
          ResponseEntity.accepted().body(receipt(instance, task, null));
      case DriverAnswer.Already(var task, String note) ->
          ResponseEntity.ok(receipt(instance, task, note));
      case DriverAnswer.UnknownInstance(UUID unknown) ->
          throw Fault.notFound("there is no instance " + unknown);
      case DriverAnswer.NotNow(var _, String note) -> throw Fault.conflict(note);
    };
  }

  private static InstanceReceipt receipt(
      UUID instance, @Nullable UUID task, @Nullable String note) {
    return new InstanceReceipt(
        instance.toString(),
        task == null ? null : task.toString(),
        "/v1/instances/" + instance,
        note);
  }
}
