package org.novabm.driver;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novabm.instance.InstanceRequest;
import org.novabm.journal.Notice;
import org.novabm.provisioning.Adoption;
import org.novabm.provisioning.Deployment;
import org.novabm.provisioning.Deployment.Asked;
import org.novabm.provisioning.DeploymentStore;
import org.novabm.provisioning.ProvisionEvent;
import org.novabm.provisioning.Transitions;
import org.novabm.provisioning.Wakeups;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The compute driver over a pool of machines: it records what is asked and wakes the loop that does
 * it.
 */
public final class BareMetalDriver implements ComputeDriver {

  private static final Logger log = LoggerFactory.getLogger(BareMetalDriver.class);

  private final DeploymentStore store;
  private final Adoption adoption;
  private final Wakeups wakeups;
  private final InstantSource time;
  private final Runnable told;

  /**
   * A driver over the given records.
   *
   * @param adoption finds instances of an old driver that have no record yet
   * @param told is run after notices were stored
   */
  public BareMetalDriver(
      DeploymentStore store,
      Adoption adoption,
      Wakeups wakeups,
      InstantSource time,
      Runnable told) {
    this.store = store;
    this.adoption = adoption;
    this.wakeups = wakeups;
    this.time = time;
    this.told = told;
  }

  @Override
  public DriverAnswer spawn(InstanceRequest request) {
    Instant now = time.instant();
    Deployment begun = Deployment.begin(UUID.randomUUID(), request, now);
    List<Notice> notices =
        List.of(new Notice("compute.instance.create.start", begun.id(), now, null));
    if (!store.add(begun, notices)) {
      Deployment live = store.findByInstance(request.instance());
      UUID id = live == null ? begun.id() : live.id();
      if (live != null) {
        wakeups.wake(id, now);
      }
      return new DriverAnswer.Already(id, "a second spawn of a live instance");
    }
    log.info("instance {} ({}) is to be spawned", request.instance(), request.name());
    wakeups.wake(begun.id(), now);
    told.run();
    return new DriverAnswer.Accepted(begun.id());
  }

  @Override
  public DriverAnswer destroy(UUID instance) {
    return ask(instance, Asked.TERMINATE);
  }

  @Override
  public DriverAnswer start(UUID instance) {
    return ask(instance, Asked.START);
  }

  @Override
  public DriverAnswer stop(UUID instance, Manner manner) {
    Asked wanted =
        switch (manner) {
          case SOFT -> Asked.STOP;
          case HARD -> Asked.STOP_NOW;
        };
    return ask(instance, wanted);
  }

  @Override
  public DriverAnswer reboot(UUID instance, Manner manner) {
    Asked wanted =
        switch (manner) {
          case SOFT -> Asked.REBOOT_SOFTLY;
          case HARD -> Asked.REBOOT;
        };
    return ask(instance, wanted);
  }

  private DriverAnswer ask(UUID instance, Asked wanted) {
    while (true) {
      Deployment seen = onRecord(instance);
      if (seen == null) {
        return new DriverAnswer.UnknownInstance(instance);
      }
      DriverAnswer settled = settled(seen, wanted);
      if (settled != null) {
        wakeIfAsked(seen);
        return settled;
      }
      if (store.save(seen.withAsked(wanted), null, List.of()) != null) {
        wakeups.wake(seen.id(), time.instant());
        return new DriverAnswer.Accepted(seen.id());
      }
    }
  }

  private @Nullable Deployment onRecord(UUID instance) {
    Deployment known = store.findByInstance(instance);
    return known == null ? adoption.adopt(instance) : known;
  }

  /** Whoever recorded what is asked for may have failed to wake the work. */
  private void wakeIfAsked(Deployment seen) {
    if (seen.asked() != Asked.NOTHING && !seen.state().isOver()) {
      wakeups.wake(seen.id(), time.instant());
    }
  }

  /** The answer when there is nothing to record; null when there is. */
  private static @Nullable DriverAnswer settled(Deployment seen, Asked wanted) {
    UUID id = seen.id();
    if (seen.state().isOver()) {
      return wanted == Asked.TERMINATE
          ? new DriverAnswer.Already(id, "the instance is " + seen.state().label())
          : new DriverAnswer.UnknownInstance(seen.request().instance());
    }
    if (seen.asked() == wanted) {
      return new DriverAnswer.Already(id, "it is on its way");
    }
    return wanted == Asked.TERMINATE || isTime(seen, wanted)
        ? null
        : new DriverAnswer.NotNow(id, advice(seen));
  }

  /** A destroy is taken at any time; all else where the table has it. */
  private static boolean isTime(Deployment seen, Asked wanted) {
    ProvisionEvent event = wanted.event();
    return seen.asked() == Asked.NOTHING
        && event != null
        && Transitions.next(seen.state(), event) != null;
  }

  private static String advice(Deployment seen) {
    String state = seen.state().label();
    if (seen.state().isWorking() || seen.asked() != Asked.NOTHING) {
      return "the instance is in '" + state + "'; wait until that is over";
    }
    String possible =
        Stream.of(Asked.values())
            .filter(asked -> isTime(seen, asked))
            .map(asked -> asked.name().toLowerCase(Locale.ROOT).replace('_', ' '))
            .collect(Collectors.joining(", "));
    return "the instance is " + state + "; what can be asked for now: " + possible;
  }
}
