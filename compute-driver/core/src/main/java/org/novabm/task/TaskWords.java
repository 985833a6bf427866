package org.novabm.task;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.lifecycle.Verb;
import org.novabm.node.TaskState;
import org.novabm.task.Cursor.Direction;

/** Which of the old words a node shows while a task goes on. */
final class TaskWords {

  private static final String CALL = "wait_call_back";
  private static final String WRITE = "write_image";

  private TaskWords() {}

  /** The word, or null where none is due. */
  static @Nullable TaskState of(Task task) {
    if (task.cursor().direction() == Direction.BACK) {
      return task.verb() == Verb.DEPLOY || task.verb() == Verb.REBUILD ? TaskState.ERROR : null;
    }
    return switch (task.verb()) {
      case DEPLOY, REBUILD -> onTheWay(task);
      case DESTROY -> TaskState.ERROR;
      default -> null;
    };
  }

  private static @Nullable TaskState onTheWay(Task task) {
    StepCall call = task.current();
    if (call == null || call.name().equals("claim")) {
      return null;
    }
    List<String> names = task.plan().steps().stream().map(it -> it.call().name()).toList();
    int step = task.cursor().step();
    if (step < names.indexOf(CALL)) {
      return TaskState.BUILDING;
    }
    return switch (call.name()) {
      case CALL -> TaskState.PREPARED;
      case WRITE -> TaskState.DEPLOYING;
      default -> TaskState.DEPLOY_COMPLETE;
    };
  }
}
