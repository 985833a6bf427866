package org.novabm.power.ipmi;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.novabm.power.ipmi.wire.CompletionCode.Verdict;
import org.novabm.power.ipmi.wire.IpmiRequest;
import org.novabm.power.ipmi.wire.IpmiResponse;
import org.novabm.power.ipmi.wire.MalformedPacketException;
import org.novabm.power.ipmi.wire.Octets;
import org.novabm.power.ipmi.wire.PayloadType;
import org.novabm.power.ipmi.wire.SealedPackets;
import org.novabm.power.ipmi.wire.SequenceWindow;
import org.novabm.power.ipmi.wire.SessionHeader;
import org.novabm.power.ipmi.wire.SolPacket;

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

  /** How long ago the BMC answered a command; the packets of a serial line do not count. */
  long nanosSinceAnswer() {
    return System.nanoTime() - lastAnswer;
  }

  /** Sends a command and waits for nothing; {@link #hear} takes the answer. */
  void tell(IpmiCommand command) throws IOException {
    conversation.tell(seal(request(command)));
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
  @Nullable IpmiResponse ask(IpmiCommand command, CommandDeadline deadline)
      throws IOException, InterruptedException {
    IpmiRequest request = request(command);
    IpmiResponse response =
        conversation.ask(() -> seal(request), packet -> read(packet, request), deadline);
    if (response != null) {
      lastAnswer = System.nanoTime();
    }
    return response;
  }

  /**
   * Asks, again while the BMC is busy.
   *
   * @return null when the deadline was over before any answer came
   */
  @Nullable IpmiResponse askWhileBusy(IpmiCommand command, CommandDeadline deadline)
      throws IOException, InterruptedException {
    DoublingPauses backoff = settings.betweenReadings();
    while (true) {
      IpmiResponse response = ask(command, deadline);
      if (response == null
          || response.completion().verdict() != Verdict.BUSY
          || !backoff.pause(deadline)) {
        return response;
      }
    }
  }

  /** Sends a packet of the machine's serial line. */
  void tell(SolPacket packet) throws IOException {
    conversation.tell(seal(PayloadType.SERIAL_OVER_LAN, packet.encode()));
  }

  /**
   * Waits for a packet of the machine's serial line.
   *
   * @return null when none came, also when something else did, or {@link #wake} was called
   */
  @Nullable SolPacket hear(long nanos) throws InterruptedException {
    byte[] packet = conversation.receive(nanos);
    if (packet == null || packet.length == 0) {
      return null;
    }
    try {
      Octets payload = open(packet);
      if (payload == null) {
        return null;
      }
      if (SessionHeader.parse(packet).type() == PayloadType.SERIAL_OVER_LAN) {
        return SolPacket.parse(payload);
      }
      lastAnswer = System.nanoTime();
      return null;
    } catch (MalformedPacketException e) {
      conversation.drop(DropReason.MALFORMED);
      return null;
    }
  }

  /** Lets {@link #hear} return; from any thread. */
  void wake() {
    conversation.wake();
  }

  /** After which something is sent again. */
  DoublingPauses betweenSendings() {
    return conversation.betweenSendings();
  }

  /** Closes the session and waits a moment for the BMC to say yes. */
  void close() throws IOException, InterruptedException {
    try (conversation) {
      ask(IpmiCommand.closeSession(bmcSession), CommandDeadline.in(settings.firstTimeout()));
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
    return seal(PayloadType.IPMI_MESSAGE, request.encode());
  }

  private byte[] seal(PayloadType type, Octets payload) {
    packets++;
    return sealed.seal(type, bmcSession, packets, payload);
  }

  private @Nullable IpmiResponse read(byte[] packet, IpmiRequest request)
      throws MalformedPacketException {
    Octets message = open(packet);
    if (message == null) {
      return null;
    }
    if (SessionHeader.parse(packet).type() == PayloadType.IPMI_MESSAGE) {
      IpmiResponse response = IpmiResponse.parse(message);
      if (response.answers(request)) {
        return response;
      }
    }
    conversation.drop(DropReason.UNEXPECTED);
    return null;
  }

  /** What is in a packet, or null when it is not to be believed. */
  private @Nullable Octets open(byte[] packet) throws MalformedPacketException {
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
    return sealed.open(packet);
  }

  private @Nullable Octets dropped(DropReason reason) {
    conversation.drop(reason);
    return null;
  }
}
