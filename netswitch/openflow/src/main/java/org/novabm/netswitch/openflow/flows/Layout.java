package org.novabm.netswitch.openflow.flows;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.novabm.spi.MacAddress;

/**
 * How segments become flows. A frame that no flow of a segment is for is dropped by the last flow
 * of its table; so are frames that a bridge never passes on (IEEE 802.1Q, table 8-1), above all
 * others.
 */
public sealed interface Layout permits TwoTables, OneTable {

  /** Where a frame comes in; the other table of {@link TwoTables} lets it out. */
  int ENTRY = 0;

  int RESERVED_PRIORITY = 50_000;
  int KNOWN_PRIORITY = 200;
  int SEGMENT_PRIORITY = 100;
  int REMINDER_PRIORITY = 10;
  int MISS_PRIORITY = 0;

  /**
   * Every flow of ours that a switch is to hold.
   *
   * @param who which ports carry what
   * @param probe to whom probe frames are sent
   */
  Set<Flow> flows(Membership who, MacAddress probe);

  /** Flows of the entry table that belong to no segment. */
  static List<Flow> base(Membership who) {
    List<Flow> flows = new ArrayList<>();
    flows.add(new Flow(ENTRY, MISS_PRIORITY, FlowMatch.ALL, List.of(), Cookie.BASE));
    IntStream.range(0, 16)
        .mapToObj("01:80:c2:00:00:%02x"::formatted)
        .map(mac -> FlowMatch.ALL.to(new MacAddress(mac)))
        .map(match -> new Flow(ENTRY, RESERVED_PRIORITY, match, List.of(), Cookie.BASE))
        .forEach(flows::add);
    // an idle port's frames are dropped with these or without: they keep its list of cards
    who.admitted()
        .forEach(
            (port, macs) ->
                macs.stream()
                    .map(mac -> FlowMatch.from(port).by(mac))
                    .map(
                        match ->
                            new Flow(
                                ENTRY, REMINDER_PRIORITY, match, List.of(), new Cookie(0, port)))
                    .forEach(flows::add));
    return flows;
  }

  /** One match for each card that may speak on the port; one without when all may. */
  static Stream<FlowMatch> senders(FlowMatch match, Set<MacAddress> admitted) {
    return admitted.isEmpty() ? Stream.of(match) : admitted.stream().map(match::by);
  }
}
