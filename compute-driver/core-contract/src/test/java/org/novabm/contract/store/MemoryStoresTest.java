package org.novabm.contract.store;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.novabm.device.PowerBook;
import org.novabm.instance.InstanceStore;
import org.novabm.journal.MessageJournal;
import org.novabm.journal.Outbox;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.memory.MemoryHoldStore;
import org.novabm.memory.MemoryJournal;
import org.novabm.memory.MemoryNodeStore;
import org.novabm.memory.MemoryPowerBook;
import org.novabm.memory.MemoryRecords;
import org.novabm.memory.MemorySwitchStore;
import org.novabm.node.BmcSecrets;
import org.novabm.node.HoldStore;
import org.novabm.node.NodeStore;
import org.novabm.node.SwitchStore;
import org.novabm.task.TaskStore;

@TestInstance(Lifecycle.PER_CLASS)
class MemoryStoresTest implements CoreStoresContract {

  private final InMemory stores = new InMemory();

  @Override
  public Stores stage() {
    return stores;
  }

  private static final class InMemory implements Stores {
    private final MemoryPowerBook power = new MemoryPowerBook();
    private final MemoryHoldStore holds = new MemoryHoldStore(InstantSource.system());
    private final MemoryNodeStore nodes = new MemoryNodeStore(holds, power, () -> Samples.NOW);
    private final MemorySwitchStore switches = new MemorySwitchStore(nodes);
    private final MemoryRecords records = new MemoryRecords(nodes);
    private final MemoryJournal journal = new MemoryJournal();

    @Override
    public NodeStore nodes() {
      return nodes;
    }

    @Override
    public BmcSecrets secrets() {
      return nodes;
    }

    @Override
    public HoldStore holds() {
      return holds;
    }

    @Override
    public SwitchStore switches() {
      return switches;
    }

    @Override
    public PowerBook power() {
      return power;
    }

    @Override
    public TaskStore tasks() {
      return records;
    }

    @Override
    public InstanceStore instances() {
      return records;
    }

    @Override
    public MessageJournal journal() {
      return journal;
    }

    @Override
    public Outbox outbox() {
      return records.outbox();
    }

    @Override
    public void put(long node, ProvisionState state) {
      nodes.change(node, state, null);
    }

    @Override
    public List<UUID> takeDue() {
      return records.takeWoken();
    }

    @Override
    public void clear() {
      power.clear();
      nodes.clear();
      switches.clear();
      records.clear();
      journal.clear();
    }
  }
}
