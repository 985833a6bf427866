package org.novabm.cli;

import java.util.concurrent.Callable;
import org.novabm.conf.VersionLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;
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
    Terminal terminal = session.terminal();
    ArrayNode nodes = all(options.open(session));
    if (options.json()) {
      terminal.out().println(JsonMapper.shared().createObjectNode().set("nodes", nodes));
    } else {
      table(nodes, terminal.coloured()).lines().forEach(terminal.out()::println);
    }
    return ExitCode.OK.number();
  }

  private static ArrayNode all(Service service) {
    ArrayNode nodes = JsonMapper.shared().createArrayNode();
    String next = "/v1/nodes?limit=1000";
    while (!next.isEmpty()) {
      JsonNode page = service.get(next).json();
      page.path("nodes").forEach(nodes::add);
      next = page.path("next").asString("");
    }
    return nodes;
  }

  private static Table table(ArrayNode nodes, boolean coloured) {
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
    for (JsonNode node : nodes) {
      table.row(
          node.path("id").asLong(),
          node.path("interfaces").path(0).path("mac").asString("-"),
          NodeText.orDash(node.path("address")),
          node.path("cpus").asInt(),
          node.path("memory_mb").asInt(),
          node.path("local_gb").asInt(),
          NodeText.orDash(node.path("power").path("address")),
          NodeText.orDash(node.path("switch_id")),
          NodeText.orDash(node.path("switch_port")),
          NodeText.stateAndPower(node),
          NodeText.orDash(node.path("occupant").path("instance_uuid")));
    }
    return table;
  }
}
