package org.novabm.contract.store;

import java.util.List;
import java.util.UUID;
import org.novabm.device.PowerBook;
import org.novabm.instance.InstanceStore;
import org.novabm.journal.MessageJournal;
import org.novabm.journal.Outbox;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.node.BmcSecrets;
import org.novabm.node.HoldStore;
import org.novabm.node.NodeStore;
import org.novabm.node.SwitchStore;
import org.novabm.task.TaskStore;

/** The stores of one compute host, {@code compute1}, that know of each other. */
public interface Stores {

  NodeStore nodes();

  /** Opens the passwords of {@link #nodes}. */
  BmcSecrets secrets();

  HoldStore holds();

  SwitchStore switches();

  PowerBook power();

  TaskStore tasks();

  InstanceStore instances();

  MessageJournal journal();

  Outbox outbox();

  /** Puts the node where it is in its life, as a task does. */
  void put(long node, ProvisionState state);

  /** The tasks that are to be looked at; none of them any more after that. */
  List<UUID> takeDue();

  /** Empties all of them. */
  void clear();
}
