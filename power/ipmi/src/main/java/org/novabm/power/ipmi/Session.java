package org.novabm.power.ipmi;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.novabm.power.ipmi.wire.IpmiRequest;
import org.novabm.power.ipmi.wire.IpmiResponse;
import org.novabm.power.ipmi.wire.MalformedPacketException;
import org.novabm.power.ipmi.wire.SealedPackets;
import org.novabm.power.ipmi.wire.SequenceWindow;
import org.novabm.power.ipmi.wire.SessionHeader;

/** An open session with a BMC. One thread at a time. */
final class Session {

  private static final int REQUEST_SEQUENCES = 64;

  private final Conversation conversation;
  private final int bmcSession;
  private final SealedPackets sealed;
  private final IpmiSettings settings;
  private final SequenceWindow window = new SequenceWindow();
  private int packets;
  private int requests;
  private long lastAnswer = System.nanoTime();

  Session(Conversation conversation, int bmcSession, SealedPackets sealed, IpmiSettings settings) {
    this.conversation = conversation;
    this.bmcSession = bmcSession;
    this.sealed = sealed;
    this.settings = settings;
  }

  /** Nobody used the session for so long that the BMC might soon close it. */
  boolean isQuiet() {
    return System.nanoTime() - lastAnswer > settings.sessionIdle().dividedBy(2).toNanos();
  }

  /** What else came, for messages. */
  String complaint() {
    return conversation.complaint();
  }

  /** The BMC has probably closed the session, as nobody used it. */
  boolean isStale() {
    return System.nanoTime() - lastAnswer > settings.sessionIdle().toNanos();
  }

  /**
   * Asks the BMC.
   *
   * @return null when the deadline was over before the answer came
   */
  @Nullable IpmiResponse ask(IpmiCommand command, Deadline deadline)
      throws IOException, InterruptedException {
    IpmiRequest request = request(command);
    IpmiResponse response =
        conversation.ask(() -> seal(request), packet -> read(packet, request), deadline);
    if (response != null) {
      lastAnswer = System.nanoTime();
    }
    return response;
  }

  /** Closes the session and waits a moment for the BMC to say yes. */
  void close() throws IOException, InterruptedException {
    try (conversation) {
      ask(IpmiCommand.closeSession(bmcSession), Deadline.in(settings.firstTimeout()));
    }
  }

  /** Leaves the session; should the BMC still know it, it learns that its slot is free. */
  void abandon() throws IOException {
    try (conversation) {
      conversation.tell(seal(request(IpmiCommand.closeSession(bmcSession))));
    }
  }

  /** Leaves the session without a word. */
  void forget() {
    conversation.close();
  }

  private IpmiRequest request(IpmiCommand command) {
    requests = (requests + 1) % REQUEST_SEQUENCES;
    return new IpmiRequest(command.netFn(), command.number(), requests, command.data());
  }

  private byte[] seal(IpmiRequest request) {
    packets++;
    return sealed.seal(bmcSession, packets, request.encode());
  }

  private @Nullable IpmiResponse read(byte[] packet, IpmiRequest request)
      throws MalformedPacketException {
    SessionHeader header = SessionHeader.parse(packet);
    if (!header.sealed()) {
      return dropped(DropReason.UNEXPECTED);
    }
    if (!sealed.authentic(packet)) {
      return dropped(DropReason.BAD_AUTHENTICATION_CODE);
    }
    if (!window.accept(header.sequence())) {
      return dropped(DropReason.WRONG_SEQUENCE);
    }
    IpmiResponse response = IpmiResponse.parse(sealed.open(packet));
    return response.answers(request) ? response : dropped(DropReason.UNEXPECTED);
  }

  private @Nullable IpmiResponse dropped(DropReason reason) {
    conversation.drop(reason);
    return null;
  }
}
