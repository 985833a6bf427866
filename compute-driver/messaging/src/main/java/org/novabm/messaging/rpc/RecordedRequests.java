package org.novabm.messaging.rpc;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.novabm.journal.JournalEntry;
import org.novabm.journal.PendingEntry;
import org.novabm.messaging.wire.BadMessageException;
import org.novabm.messaging.wire.HeapCost;
import org.novabm.messaging.wire.JournalText;
import org.novabm.messaging.wire.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests that change something: put on record, acknowledged, handled, marked as handled, in this
 * order. Wherever the process dies, the broker or the journal still has the request; what the
 * journal has is handled first after a start.
 */
final class RecordedRequests {

  private static final Logger LOG = LoggerFactory.getLogger(RecordedRequests.class);
  private static final int PAGE = 500;

  private final Dispatcher dispatcher;
  private final PatientJournal journal;
  private final RequestHandling handling;
  private final Lanes lanes;
  private final Room room;
  private final Poison poison;
  private final InstantSource clock;

  // on record or about to be, and worked on by this process
  private final Set<String> inHand = ConcurrentHashMap.newKeySet();

  RecordedRequests(
      Dispatcher dispatcher,
      PatientJournal journal,
      RequestHandling handling,
      Lanes lanes,
      Room room,
      Poison poison,
      InstantSource clock) {
    this.dispatcher = dispatcher;
    this.journal = journal;
    this.handling = handling;
    this.lanes = lanes;
    this.room = room;
    this.poison = poison;
    this.clock = clock;
  }

  /** The place is given back once the request is done with; true, unless the service stops. */
  boolean accept(Delivery delivery, Request request, RpcMethod method, Room.Place place) {
    if (!inHand.add(request.uniqueId())) {
      // its first copy may not be on record yet, so this one waits behind it and is found a
      // duplicate there
      LOG.info("{} {} came again while it was being handled", request.method(), request.uniqueId());
    }
    Instant received = clock.instant();
    return lanes.submit(
        method.lane().apply(request),
        () -> {
          try (place) {
            take(delivery, request, method, received, place);
          } catch (Throwable e) {
            inHand.remove(request.uniqueId());
            poison.failed(delivery, e);
          }
        });
  }

  /**
   * Hands what is on record and in nobody's hands to the lanes, oldest first. Waits while the
   * database is away; returns when all is handed out, so that later messages come behind it.
   */
  void replay(BooleanSupplier wanted) {
    // those in hand are noted before the query and after the time: nothing is then handled twice
    Instant before = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Set<String> skipped = ConcurrentHashMap.newKeySet();
    skipped.addAll(inHand);
    while (true) {
      List<PendingEntry> page = journal.pending(before, PAGE, wanted);
      if (page == null) {
        return;
      }
      List<PendingEntry> fresh =
          page.stream().filter(entry -> skipped.add(entry.uniqueId())).toList();
      if (!fresh.isEmpty()) {
        LOG.info("{} request(s) on record are handled now", fresh.size());
      }
      CountDownLatch done = new CountDownLatch(fresh.size());
      for (PendingEntry entry : fresh) {
        replay(entry, done, wanted);
      }
      if (page.size() < PAGE || fresh.isEmpty() || !finished(done)) {
        return;
      }
    }
  }

  private void replay(PendingEntry entry, CountDownLatch done, BooleanSupplier wanted) {
    Room.Place place = room.take(HeapCost.reading(entry.bytes()), wanted);
    boolean handedOn = place != null && handOn(entry, place, done, wanted);
    if (!handedOn) {
      done.countDown();
      if (place != null) {
        place.close();
      }
    }
  }

  /** False when nobody will count it down or give back its place. */
  private boolean handOn(
      PendingEntry entry, Room.Place place, CountDownLatch done, BooleanSupplier wanted) {
    JournalEntry recorded = journal.find(entry.uniqueId(), wanted);
    if (recorded == null) {
      return false;
    }
    try {
      Request request = JournalText.read(recorded.body());
      place.shrink(HeapCost.of(request.args()) + HeapCost.of(request.context()));
      RpcMethod method = dispatcher.find(request);
      if (!inHand.add(entry.uniqueId())) {
        // two look at what is on record at the same time
        return false;
      }
      return lanes.submit(
          method.lane().apply(request),
          () -> {
            try (place) {
              work(entry.uniqueId(), request, method);
            } finally {
              done.countDown();
            }
          });
    } catch (BadMessageException | CallRefusedException e) {
      LOG.error(
          "the request {} {} on record cannot be served any more: {}",
          entry.method(),
          entry.uniqueId(),
          e.getMessage());
      journal.handled(entry.uniqueId(), () -> true);
      return false;
    }
  }

  private void take(
      Delivery delivery, Request request, RpcMethod method, Instant received, Room.Place place) {
    String id = request.uniqueId();
    JournalEntry entry = new JournalEntry(id, request.method(), JournalText.of(request), received);
    @Nullable Boolean added = journal.append(entry, delivery::isOpen);
    if (added == null) {
      // not on record, not acknowledged: it comes again
      inHand.remove(id);
      return;
    }
    delivery.acknowledge();
    place.shrink(HeapCost.of(request.args()) + HeapCost.of(request.context()));
    if (added) {
      work(id, request, method);
    } else {
      inHand.remove(id);
      LOG.info("ignored the duplicate {} {}", request.method(), id);
    }
  }

  private void work(String id, Request request, RpcMethod method) {
    try {
      if (handling.handle(request, method)) {
        journal.handled(id, () -> true);
      }
    } finally {
      inHand.remove(id);
    }
  }

  private static boolean finished(CountDownLatch done) {
    try {
      done.await();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
