package org.novabm.netswitch.openflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import org.novabm.netswitch.openflow.flows.Cookie;
import org.novabm.netswitch.openflow.flows.Flow;
import org.novabm.netswitch.openflow.flows.FlowDiff;
import org.novabm.netswitch.openflow.flows.Layout;
import org.novabm.netswitch.openflow.flows.OneTable;
import org.novabm.netswitch.openflow.flows.TwoTables;
import org.novabm.netswitch.openflow.wire.Errors;
import org.novabm.netswitch.openflow.wire.OpenFlowChannel;
import org.novabm.spi.BackendException;
import org.novabm.spi.ByteBudget;
import org.novabm.spi.Deadline;
import org.projectfloodlight.openflow.protocol.OFErrorMsg;
import org.projectfloodlight.openflow.protocol.OFFlowMod;
import org.projectfloodlight.openflow.protocol.OFFlowStatsEntry;
import org.projectfloodlight.openflow.protocol.OFFlowStatsReply;
import org.projectfloodlight.openflow.protocol.OFFlowStatsRequest;
import org.projectfloodlight.openflow.protocol.OFVersion;

/**
 * The flows of a connected switch, as it lists them itself. What was read last is paid for from the
 * heap that all switches' answers share, until it is closed.
 */
final class FlowTable implements AutoCloseable {

  /** With more than so many to ask for, asking for all is quicker. */
  private static final int MOST_COOKIES = 16;

  private final String display;
  private final OpenFlowChannel link;
  private final FlowWriter writer;
  private final FlowReader reader;
  private final List<ByteBudget.Share> held = new ArrayList<>();

  FlowTable(String display, OpenFlowChannel link) {
    this.display = display;
    this.link = link;
    this.writer = new FlowWriter(link.factory());
    this.reader = new FlowReader(link.factory().getVersion());
  }

  /** How segments are laid out on a switch of this version. */
  Layout layout() {
    return link.factory().getVersion() == OFVersion.OF_10 ? new OneTable() : new TwoTables();
  }

  /** Every flow of ours that it holds. */
  List<Flow> read(Deadline deadline) {
    List<ByteBudget.Share> before = List.copyOf(held);
    List<Flow> flows = new ArrayList<>();
    hold(writer.listing(), deadline, flows);
    before.forEach(ByteBudget.Share::close);
    held.removeAll(before);
    return flows;
  }

  /**
   * Reads again what may have changed.
   *
   * @param before every flow of ours, as read
   * @param cookies whose flows have been ordered since
   */
  List<Flow> reread(List<Flow> before, Set<Cookie> cookies, Deadline deadline) {
    if (!writer.canTellApart() || cookies.size() > MOST_COOKIES) {
      return read(deadline);
    }
    List<Flow> flows = new ArrayList<>(before);
    flows.removeIf(flow -> cookies.contains(flow.cookie()));
    for (Cookie cookie : cookies) {
      hold(writer.listing(cookie), deadline, flows);
    }
    return flows;
  }

  private void hold(OFFlowStatsRequest listing, Deadline deadline, List<Flow> flows) {
    ByteBudget.Share share = link.share();
    held.add(share);
    each(listing, share, deadline, (flow, count) -> flows.add(flow));
  }

  /** How many frames each of our flows was for. */
  Map<Flow, Long> counters(Deadline deadline) {
    Map<Flow, Long> counters = new HashMap<>();
    try (ByteBudget.Share share = link.share()) {
      each(writer.listing(), share, deadline, counters::put);
    }
    return counters;
  }

  private void each(
      OFFlowStatsRequest listing,
      ByteBudget.Share share,
      Deadline deadline,
      ObjLongConsumer<Flow> use) {
    link.ask(
        listing,
        share,
        deadline,
        part -> {
          if (part instanceof OFFlowStatsReply reply) {
            for (OFFlowStatsEntry entry : reply.getEntries()) {
              Flow flow = flow(entry);
              if (flow != null) {
                use.accept(flow, entry.getPacketCount().getValue());
              }
            }
          }
        });
  }

  @Override
  public void close() {
    held.forEach(ByteBudget.Share::close);
    held.clear();
  }

  private @Nullable Flow flow(OFFlowStatsEntry entry) {
    try {
      return reader.read(entry);
    } catch (IllegalArgumentException e) {
      throw new BackendException.ProtocolViolation(
          display,
          "a flow has our cookie but is not ours; who else writes flows there? %s"
              .formatted(entry));
    }
  }

  /**
   * Makes the difference, deletions first and behind a barrier of their own.
   *
   * @return what the switch said against single flows
   */
  Map<Flow, String> apply(FlowDiff diff, Deadline deadline) {
    Map<Long, Flow> ordered = new HashMap<>();
    Map<Long, OFErrorMsg> errors = new HashMap<>();
    List<OFFlowMod> orders = new ArrayList<>();
    diff.gone().forEach(flow -> add(orders, ordered, flow, writer.delete(flow)));
    errors.putAll(link.order(orders, deadline));
    orders.clear();
    diff.changed().forEach(flow -> add(orders, ordered, flow, writer.change(flow)));
    diff.added().forEach(flow -> add(orders, ordered, flow, writer.add(flow)));
    errors.putAll(link.order(orders, deadline));
    Map<Flow, String> said = new HashMap<>();
    errors.forEach((xid, error) -> said.put(ordered.get(xid), Errors.text(error)));
    return said;
  }

  private static void add(
      List<OFFlowMod> orders, Map<Long, Flow> ordered, Flow flow, OFFlowMod message) {
    orders.add(message);
    ordered.put(message.getXid(), flow);
  }
}
