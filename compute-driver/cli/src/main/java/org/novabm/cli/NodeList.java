package org.novabm.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.novabm.cli.Service.Reply;
import org.novabm.conf.VersionLine;
import org.novabm.rest.v1.NodePage;
import org.novabm.rest.v1.NodeView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

@Command(
    name = "list",
    description = "Lists the machines of the pool.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class)
final class NodeList implements Callable<Integer> {

  @Mixin private ServiceOptions options = new ServiceOptions();

  private final ToolContext session;

  NodeList(ToolContext session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<Reply> pages = pages(options.open(session));
    Terminal terminal = session.terminal();
    if (options.json()) {
      terminal.out().println(asOne(pages));
    } else {
      table(pages, terminal.coloured()).lines().forEach(terminal.out()::println);
    }
    return ExitCode.OK.number();
  }

  private static List<Reply> pages(Service service) {
    List<Reply> pages = new ArrayList<>();
    String next = "/v1/nodes?limit=1000";
    while (next != null) {
      Reply page = service.get(next);
      pages.add(page);
      next = page.as(NodePage.class).next();
    }
    return pages;
  }

  /** As they came, also what this tool does not know of a node. */
  private static String asOne(List<Reply> pages) {
    if (pages.size() == 1) {
      return pages.getFirst().text();
    }
    ArrayNode nodes = JsonMapper.shared().createArrayNode();
    pages.forEach(
        page -> JsonMapper.shared().readTree(page.text()).path("nodes").forEach(nodes::add));
    return JsonMapper.shared().createObjectNode().set("nodes", nodes).toString();
  }

  private static Table table(List<Reply> pages, boolean coloured) {
    Table table =
        new Table(
            coloured,
            "ID",
            "MAC",
            "ADDRESS",
            "CPUS",
            "RAM MB",
            "HDD GB",
            "BMC",
            "SWITCH",
            "PORT",
            "STATE",
            "INSTANCE");
    pages.forEach(page -> page.as(NodePage.class).nodes().forEach(node -> addTo(table, node)));
    return table;
  }

  private static void addTo(Table table, NodeView node) {
    List<NodeView.CardView> cards = node.interfaces();
    NodeView.OccupantView occupant = node.occupant();
    table.row(
        node.id(),
        cards.isEmpty() ? "-" : cards.getFirst().mac(),
        NodeText.orDash(node.address()),
        node.cpus(),
        node.memoryMb(),
        node.localGb(),
        NodeText.orDash(node.power().address()),
        NodeText.orDash(node.switchId()),
        NodeText.orDash(node.switchPort()),
        NodeText.stateAndPower(node),
        occupant == null ? "-" : occupant.instanceUuid());
  }
}
