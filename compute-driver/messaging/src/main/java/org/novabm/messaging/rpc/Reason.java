package org.novabm.messaging.rpc;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Method;
import com.rabbitmq.client.ShutdownSignalException;
import org.jspecify.annotations.Nullable;

/** What a failure of the AMQP library means, in a line a person understands. */
final class Reason {

  private static final int PRECONDITION_FAILED = 406;

  private Reason() {}

  static String of(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ShutdownSignalException signal && signal.getReason() != null) {
        return told(signal.getReason());
      }
    }
    if (failure == null) {
      return "the connection ended";
    }
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }

  private static String told(Method method) {
    return switch (method) {
      case AMQP.Channel.Close close -> text(close.getReplyCode(), close.getReplyText());
      case AMQP.Connection.Close close -> text(close.getReplyCode(), close.getReplyText());
      default -> method.protocolMethodName();
    };
  }

  private static String text(int code, String text) {
    String said = "it said " + code + " " + text;
    return code == PRECONDITION_FAILED
        ? said
            + "; set amqp_durable_queues, amqp_auto_delete, rabbit_ha_queues and rabbit_quorum_* as the other"
            + " services of this broker have them"
        : said;
  }
}
