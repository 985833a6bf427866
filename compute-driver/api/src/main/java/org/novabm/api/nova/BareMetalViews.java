package org.novabm.api.nova;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.novabm.node.Node;
import org.novabm.node.NodeInterface;
import org.novabm.node.Occupant;
import org.novabm.node.TaskState;
import org.novabm.rest.nova.BareMetalInterface;
import org.novabm.rest.nova.BareMetalNode;

/** Shows nodes and their cards as Nova's extension does. */
final class BareMetalViews {

  /** Python's isoformat of a time without zone, as Nova's serializer wrote it. */
  private static final DateTimeFormatter PYTHON_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private BareMetalViews() {}

  static BareMetalNode node(Node node) {
    Occupant occupant = node.occupant();
    TaskState state = node.taskState();
    Instant updated = node.updated();
    return new BareMetalNode(
        node.id(),
        node.uuid().toString(),
        node.serviceHost(),
        node.capacity().cpus(),
        node.capacity().memoryMb(),
        node.capacity().localGb(),
        node.power().display(),
        node.power().user(),
        node.terminalPort() == 0 ? null : node.terminalPort(),
        occupant == null ? null : occupant.instance().toString(),
        state == null ? null : state.word(),
        updated == null ? null : PYTHON_TIME.format(updated),
        null,
        node.interfaces().stream().map(BareMetalViews::card).toList());
  }

  static BareMetalInterface card(NodeInterface card) {
    return new BareMetalInterface(card.id(), card.mac().text(), card.datapathId(), card.portNo());
  }
}
