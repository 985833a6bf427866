package org.novabm.contract.store;

import java.util.List;
import java.util.UUID;
import org.novabm.device.PowerBook;
import org.novabm.instance.InstanceStore;
import org.novabm.journal.MessageJournal;
import org.novabm.journal.Outbox;
import org.novabm.node.NodeStore;
import org.novabm.node.SwitchStore;
import org.novabm.task.TaskStore;

/** The stores of one compute host, {@code compute1}, that know of each other. */
public interface Stores {

  NodeStore nodes();

  SwitchStore switches();

  PowerBook power();

  TaskStore tasks();

  InstanceStore instances();

  MessageJournal journal();

  Outbox outbox();

  /** Offers the node again, as the end of a task does. */
  void offer(long node);

  /** The tasks that are to be looked at; none of them any more after that. */
  List<UUID> takeDue();

  /** Empties all of them. */
  void clear();
}
