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
import org.novabm.messaging.wire.BadMessageException;
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
  private final InstantSource clock;

  // on record or about to be, and worked on by this process
  private final Set<String> inHand = ConcurrentHashMap.newKeySet();

  RecordedRequests(
      Dispatcher dispatcher,
      PatientJournal journal,
      RequestHandling handling,
      Lanes lanes,
      InstantSource clock) {
    this.dispatcher = dispatcher;
    this.journal = journal;
    this.handling = handling;
    this.lanes = lanes;
    this.clock = clock;
  }

  void accept(Delivery delivery, Request request, RpcMethod method) {
    if (!inHand.add(request.uniqueId())) {
      // its first copy may not be on record yet, so this one waits behind it and is found a
      // duplicate there
      LOG.info("{} {} came again while in hand", request.method(), request.uniqueId());
    }
    Instant received = clock.instant();
    lanes.submit(method.lane().apply(request), () -> take(delivery, request, method, received));
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
      List<JournalEntry> page = journal.pending(before, PAGE, wanted);
      if (page == null) {
        return;
      }
      List<JournalEntry> fresh =
          page.stream().filter(entry -> skipped.add(entry.uniqueId())).toList();
      if (!fresh.isEmpty()) {
        LOG.info("{} request(s) on record are handled now", fresh.size());
      }
      CountDownLatch done = new CountDownLatch(fresh.size());
      fresh.forEach(entry -> replay(entry, done));
      if (page.size() < PAGE || fresh.isEmpty() || !finished(done)) {
        return;
      }
    }
  }

  private void replay(JournalEntry entry, CountDownLatch done) {
    try {
      Request request = JournalText.read(entry.body());
      RpcMethod method = dispatcher.find(request);
      inHand.add(entry.uniqueId());
      boolean submitted =
          lanes.submit(
              method.lane().apply(request),
              () -> {
                work(entry.uniqueId(), request, method);
                done.countDown();
              });
      if (!submitted) {
        done.countDown();
      }
    } catch (BadMessageException | CallRefusedException e) {
      LOG.error(
          "The request {} {} on record cannot be served any more: {}",
          entry.method(),
          entry.uniqueId(),
          e.getMessage());
      journal.handled(entry.uniqueId(), () -> true);
      done.countDown();
    }
  }

  private void take(Delivery delivery, Request request, RpcMethod method, Instant received) {
    String id = request.uniqueId();
    JournalEntry entry = new JournalEntry(id, request.method(), JournalText.of(request), received);
    @Nullable Boolean added = journal.append(entry, delivery::isOpen);
    if (added == null) {
      // not on record, not acknowledged: it comes again
      inHand.remove(id);
      return;
    }
    delivery.acknowledge();
    if (added) {
      work(id, request, method);
    } else {
      inHand.remove(id);
      LOG.info("Ignored the duplicate {} {}", request.method(), id);
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
