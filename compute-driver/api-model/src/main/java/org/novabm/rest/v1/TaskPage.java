package org.novabm.rest.v1;

import java.util.List;

/** Some of the tasks, newest first, without timelines. */
public record TaskPage(List<TaskView> tasks) {

  public TaskPage {
    tasks = Absent.orEmpty(tasks);
  }
}
