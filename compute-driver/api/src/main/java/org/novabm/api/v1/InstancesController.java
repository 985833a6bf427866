package org.novabm.api.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.api.audit.Audit;
import org.novabm.api.fault.Fault;
import org.novabm.api.fault.Field;
import org.novabm.driver.ComputeDriver;
import org.novabm.driver.DriverAnswer;
import org.novabm.driver.Manner;
import org.novabm.instance.InstanceStore;
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

  /**
   * What was made of a request.
   *
   * @param task what does it, or did it; null when none is on record
   * @param href where to look for progress
   * @param note why nothing had to be done
   */
  record Receipt(
      @JsonProperty("instance_uuid") String instanceUuid,
      @Nullable String task,
      String href,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note) {

    static Receipt of(UUID instance, @Nullable UUID task, @Nullable String note) {
      return new Receipt(
          instance.toString(),
          task == null ? null : task.toString(),
          "/v1/instances/" + instance,
          note);
    }
  }

  @PostMapping
  ResponseEntity<Receipt> spawn(@RequestBody InstanceBody body, HttpServletRequest call) {
    var request = body.toRequest();
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
  Map<String, List<InstanceView>> list(
      @RequestParam(defaultValue = "false") boolean over,
      @RequestParam(defaultValue = "100") int limit) {
    return Map.of("instances", views.list(over, Field.whole("limit", limit, 1, MOST)));
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
  ResponseEntity<Receipt> destroy(@PathVariable String uuid) {
    UUID instance = Field.uuid("uuid", uuid);
    return answer(instance, driver.destroy(instance));
  }

  @PostMapping("/{uuid}/action")
  ResponseEntity<Receipt> act(
      @PathVariable String uuid, @RequestBody InstanceAction body, HttpServletRequest call) {
    UUID instance = Field.uuid("uuid", uuid);
    InstanceAction.Kind kind = body.kind();
    Audit.note(call, String.valueOf(body.action()));
    DriverAnswer answer =
        switch (kind) {
          case START -> driver.start(instance);
          case STOP -> driver.stop(instance, body.mannerOr(Manner.SOFT));
          case REBOOT -> driver.reboot(instance, body.mannerOr(Manner.HARD));
          case REBUILD ->
              driver.rebuild(instance, body.rebuilt(instance, instances.findInstance(instance)));
          case CANCEL -> driver.cancel(instance);
        };
    return answer(instance, answer);
  }

  private static ResponseEntity<Receipt> answer(UUID instance, DriverAnswer answer) {
    return switch (answer) {
      case DriverAnswer.Accepted(UUID task) ->
          ResponseEntity.accepted().body(Receipt.of(instance, task, null));
      case DriverAnswer.Already(var task, String note) ->
          ResponseEntity.ok(Receipt.of(instance, task, note));
      case DriverAnswer.UnknownInstance(UUID unknown) ->
          throw Fault.notFound("there is no instance " + unknown);
      case DriverAnswer.NotNow(var _, String note) -> throw Fault.conflict(note);
    };
  }
}
