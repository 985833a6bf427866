package org.novabm.messaging.rpc;

import org.jspecify.annotations.Nullable;
import org.novabm.messaging.wire.BadMessageException;
import org.novabm.messaging.wire.Envelope;
import org.novabm.messaging.wire.Excerpt;
import org.novabm.messaging.wire.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what to do with a delivery: throw it away, answer it at once, or put it on record.
 * Survives any message.
 */
final class Intake {

  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

  private final Dispatcher dispatcher;
  private final RecordedRequests recorded;
  private final RequestHandling quick;
  private final Lanes lanes;

  Intake(Dispatcher dispatcher, RecordedRequests recorded, RequestHandling quick, Lanes lanes) {
    this.dispatcher = dispatcher;
    this.recorded = recorded;
    this.quick = quick;
    this.lanes = lanes;
  }

  void take(Delivery delivery) {
    @Nullable Request request = read(delivery);
    if (request == null) {
      delivery.reject();
      return;
    }
    try {
      RpcMethod method = dispatcher.find(request);
      if (method.changes()) {
        recorded.accept(delivery, request, method);
      } else {
        delivery.acknowledge();
        lanes.submit(request.uniqueId(), () -> quick.handle(request, method));
      }
    } catch (CallRefusedException e) {
      delivery.acknowledge();
      lanes.submit(request.uniqueId(), () -> quick.refuse(request, e));
    }
  }

  private static @Nullable Request read(Delivery delivery) {
    try {
      if (!"application/json".equals(delivery.contentType())) {
        throw new BadMessageException("its content type is not application/json");
      }
      return Request.of(Envelope.open(delivery.body()));
    } catch (BadMessageException e) {
      LOG.warn(
          "Threw away a message of {} bytes from queue {}: {}. It began: {}",
          delivery.body().length,
          delivery.queue(),
          e.getMessage(),
          Excerpt.of(delivery.body()));
      return null;
    }
  }
}
