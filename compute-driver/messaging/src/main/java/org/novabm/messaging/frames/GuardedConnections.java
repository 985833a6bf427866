package org.novabm.messaging.frames;

import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.impl.FrameHandlerFactory;
import java.io.IOException;

/** Opens connections that let no message in which is larger than the bounds. */
public final class GuardedConnections extends ConnectionFactory {

  private static final int FRAME = 1 << 17;

  private final Inbound inbound;

  public GuardedConnections(Inbound inbound) {
    this.inbound = inbound;
    // as RabbitMQ has it; a broker may agree to less
    setRequestedFrameMax(FRAME);
    // for a broker that sends one frame larger than was agreed; bodies are the guard's business
    setMaxInboundMessageBodySize(Math.max(inbound.limits().inline(), FRAME) + 1);
  }

  @Override
  protected synchronized FrameHandlerFactory createFrameHandlerFactory() throws IOException {
    FrameHandlerFactory usual = super.createFrameHandlerFactory();
    return (address, name) ->
        new GuardedFrames(usual.create(address, name), new FrameGuard(inbound));
  }
}
