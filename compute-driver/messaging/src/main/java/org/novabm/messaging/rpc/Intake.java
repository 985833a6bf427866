package org.novabm.messaging.rpc;

import java.io.IOException;
import java.io.InputStream;
import org.novabm.messaging.frames.Content;
import org.novabm.messaging.wire.BadMessageException;
import org.novabm.messaging.wire.Envelope;
import org.novabm.messaging.wire.HeapCost;
import org.novabm.messaging.wire.Request;

/**
 * Decides what to do with a delivery: put it among the dead letters, answer it at once, or put it
 * on record. Survives any message. Waits while the heap kept for messages is taken by earlier ones.
 */
final class Intake {

  /** The text for the journal, its bytes, the same encrypted, and the driver's copy of them. */
  private static final int RECORDING = 5;

  private final Dispatcher dispatcher;
  private final RecordedRequests recorded;
  private final RequestHandling quick;
  private final Lanes lanes;
  private final Room room;
  private final Poison poison;

  Intake(
      Dispatcher dispatcher,
      RecordedRequests recorded,
      RequestHandling quick,
      Lanes lanes,
      Room room,
      Poison poison) {
    this.dispatcher = dispatcher;
    this.recorded = recorded;
    this.quick = quick;
    this.lanes = lanes;
    this.room = room;
    this.poison = poison;
  }

  void take(Delivery delivery) {
    try {
      switch (delivery.content()) {
        case Content.Refused refused -> poison.bury(delivery, refused.reason());
        case Content.Whole readable -> take(delivery, readable);
      }
    } catch (Throwable e) {
      poison.failed(delivery, e);
    }
  }

  private void take(Delivery delivery, Content.Whole content) throws IOException {
    int size = (int) content.size();
    Room.Place place = room.take(HeapCost.reading(size), delivery::isOpen);
    if (place == null) {
      content.close(); // and is delivered again
      return;
    }
    boolean handedOn = false;
    try {
      Request request = read(delivery, content);
      int tree = HeapCost.of(request.args()) + HeapCost.of(request.context());
      place.shrink(tree + RECORDING * size);
      handedOn = handOn(delivery, request, place);
    } catch (BadMessageException e) {
      poison.bury(delivery, "cannot be read: " + e.getMessage());
    } finally {
      if (!handedOn) {
        place.close();
      }
    }
  }

  private boolean handOn(Delivery delivery, Request request, Room.Place place) {
    try {
      RpcMethod method = dispatcher.find(request);
      if (method.changes()) {
        return recorded.accept(delivery, request, method, place);
      }
      delivery.acknowledge();
      return submit(request, place, () -> quick.handle(request, method));
    } catch (CallRefusedException e) {
      delivery.acknowledge();
      return submit(request, place, () -> quick.refuse(request, e));
    }
  }

  private boolean submit(Request request, Room.Place place, Runnable work) {
    return lanes.submit(
        request.uniqueId(),
        () -> {
          try (place) {
            work.run();
          }
        });
  }

  private static Request read(Delivery delivery, Content.Whole content)
      throws BadMessageException, IOException {
    if (!"application/json".equals(delivery.properties().getContentType())) {
      throw new BadMessageException("its content type is not application/json");
    }
    try (InputStream body = content.open()) {
      return Request.of(Envelope.open(body));
    }
  }
}
