package org.novabm.api.v1;

import org.novabm.api.fault.Fault;
import org.novabm.api.fault.Field;
import org.novabm.rest.v1.TaskPage;
import org.novabm.rest.v1.TaskView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is done, and was done, to the nodes. */
@RestController
@RequestMapping("/v1/tasks")
class TasksController {

  private static final int MOST = 1000;

  private final TaskViews tasks;

  TasksController(TaskViews tasks) {
    this.tasks = tasks;
  }

  /**
   * Newest first, without timelines.
   *
   * @param ended also those that are over
   * @param limit 1 to 1000
   */
  @GetMapping
  TaskPage list(
      @RequestParam(defaultValue = "false") boolean ended,
      @RequestParam(defaultValue = "100") int limit) {
    return new TaskPage(tasks.list(ended, Field.whole("limit", limit, 1, MOST)));
  }

  @GetMapping("/{id}")
  TaskView show(@PathVariable String id) {
    TaskView found = tasks.find(Field.uuid("id", id));
    if (found == null) {
      throw Fault.notFound("there is no task " + id);
    }
    return found;
  }
}
