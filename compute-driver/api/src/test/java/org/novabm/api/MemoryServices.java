package org.novabm.api;

import java.time.Duration;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.service.ServiceLoad;
import org.novabm.service.ServiceProcess;
import org.novabm.service.ServiceRecord;
import org.novabm.service.ServiceStore;
import org.novabm.service.TakenOver;

/** Compute hosts as they were put here; REST takes no lease. */
final class MemoryServices implements ServiceStore {

  private final SequencedMap<String, ServiceLoad> loads = new TreeMap<>();

  void clear() {
    loads.clear();
  }

  void put(ServiceLoad load) {
    loads.put(load.host(), load);
  }

  @Override
  public @Nullable ServiceRecord find(String host) {
    ServiceLoad load = loads.get(host);
    return load == null ? null : load.record();
  }

  @Override
  public List<ServiceRecord> list() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean take(
      String host, @Nullable ServiceRecord seen, ServiceProcess process, Duration lease) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean beat(String host, UUID process) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void leave(String host, UUID process) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean hasWork(String host) {
    throw new UnsupportedOperationException();
  }

  @Override
  public @Nullable TakenOver takeOver(ServiceRecord silent, String by) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int takeHome(String host) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean drain(String host, @Nullable String why) {
    ServiceLoad load = loads.get(host);
    ServiceRecord it = load == null ? null : load.record();
    if (load == null || it == null) {
      return false;
    }
    ServiceRecord now =
        new ServiceRecord(host, it.process(), it.beats() + 1, it.lease(), it.seen(), why);
    put(new ServiceLoad(host, now, load.nodes(), load.away(), load.tasks()));
    return true;
  }

  @Override
  public List<ServiceLoad> loads() {
    return List.copyOf(loads.values());
  }
}
