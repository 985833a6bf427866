package org.novabm.api.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.api.audit.Audit;
import org.novabm.api.fault.Fault;
import org.novabm.api.fault.Field;
import org.novabm.driver.ComputeDriver;
import org.novabm.driver.DriverAnswer;
import org.novabm.driver.Manner;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Instances without messages, for trying out and for operators. 202 means on record: it will be
 * done even if the service dies now.
 */
@RestController
@RequestMapping("/v1/instances")
class InstancesController {

  private final ComputeDriver driver;
  private final DeploymentViews deployments;

  InstancesController(ComputeDriver driver, DeploymentViews deployments) {
    this.driver = driver;
    this.deployments = deployments;
  }

  /**
   * The body of an action.
   *
   * @param action {@code start}, {@code stop} or {@code reboot}
   * @param manner {@code soft} asks the operating system first, {@code hard} cuts the power at
   *     once; a stop is soft and a reboot is hard unless said
   */
  record Action(@Nullable String action, @Nullable String manner) {

    Manner mannerOr(Manner otherwise) {
      return manner == null
          ? otherwise
          : Manner.valueOf(
              Field.word("manner", manner, List.of("soft", "hard")).toUpperCase(Locale.ROOT));
    }
  }

  private enum Verb {
    START,
    STOP,
    REBOOT;

    static Verb of(@Nullable String text) {
      String word = Field.word("action", text, List.of("start", "stop", "reboot"));
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * What was made of a request.
   *
   * @param deployment where to look for progress
   * @param note why nothing had to be done
   */
  record Receipt(
      @JsonProperty("instance_uuid") String instanceUuid,
      String deployment,
      String href,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note) {

    static Receipt of(UUID instance, UUID deployment, @Nullable String note) {
      return new Receipt(
          instance.toString(), deployment.toString(), "/v1/deployments/" + deployment, note);
    }
  }

  @PostMapping
  ResponseEntity<Receipt> spawn(@RequestBody InstanceBody body, HttpServletRequest call) {
    var request = body.toRequest();
    Audit.note(call, "spawn-" + request.instance());
    return answer(request.instance(), driver.spawn(request));
  }

  /** The instance's deployment: the one that goes on, else the last one. */
  @GetMapping("/{uuid}")
  DeploymentView show(@PathVariable String uuid) {
    DeploymentView found = deployments.ofInstance(Field.uuid("uuid", uuid));
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
      @PathVariable String uuid, @RequestBody Action body, HttpServletRequest call) {
    UUID instance = Field.uuid("uuid", uuid);
    Verb verb = Verb.of(body.action());
    Audit.note(call, String.valueOf(body.action()));
    DriverAnswer answer =
        switch (verb) {
          case START -> driver.start(instance);
          case STOP -> driver.stop(instance, body.mannerOr(Manner.SOFT));
          case REBOOT -> driver.reboot(instance, body.mannerOr(Manner.HARD));
        };
    return answer(instance, answer);
  }

  private static ResponseEntity<Receipt> answer(UUID instance, DriverAnswer answer) {
    return switch (answer) {
      case DriverAnswer.Accepted(UUID deployment) ->
          ResponseEntity.accepted().body(Receipt.of(instance, deployment, null));
      case DriverAnswer.Already(UUID deployment, String note) ->
          ResponseEntity.ok(Receipt.of(instance, deployment, note));
      case DriverAnswer.UnknownInstance(UUID unknown) ->
          throw Fault.notFound("there is no instance " + unknown);
      case DriverAnswer.NotNow(UUID _, String note) -> throw Fault.conflict(note);
    };
  }
}
