package org.novabm.api.v1;

import java.nio.charset.StandardCharsets;
import org.novabm.api.fault.Fault;
import org.novabm.console.Consoles;
import org.novabm.node.Node;
import org.novabm.node.NodeStore;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a node's serial console said; {@code /live} below it is a WebSocket to the line itself. */
@RestController
@RequestMapping("/v1/nodes/{ref}/console")
class ConsoleController {

  private final NodeStore nodes;
  private final Consoles consoles;

  ConsoleController(NodeStore nodes, Consoles consoles) {
    this.nodes = nodes;
    this.consoles = consoles;
  }

  /**
   * The end of what was recorded, of the instance that is on the node or of the last one; passwords
   * and keys are left out of it.
   *
   * @param lines at most so many; 0 for all there is
   */
  @GetMapping
  ResponseEntity<String> log(
      @PathVariable String ref, @RequestParam(defaultValue = "0") int lines) {
    Node node = NodeRef.require(ref, nodes);
    String said = consoles.output(node, lines);
    if (said == null) {
      throw Fault.notFound("nothing was recorded of the console of " + node.display());
    }
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
        .body(said);
  }
}
