package org.novabm.netswitch.openvswitch;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.novabm.netswitch.openvswitch.ovsdb.AnswerBounds;
import org.novabm.netswitch.openvswitch.ovsdb.RpcConnection;
import org.novabm.netswitch.openvswitch.ovsdb.RpcRefusal;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import org.novabm.spi.Endpoint;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The control socket of ovs-vswitchd, which also takes JSON-RPC (ovs-appctl(8)). */
final class SwitchControl {

  private static final String SOCKETS = "ovs-vswitchd*.ctl";

  /** No card has this address; locally administered (IEEE 802). */
  private static final String PROBE_ADDRESS = "02:6e:6f:76:61:01";

  private final Endpoint endpoint;
  private final Path folder;
  private final AnswerBounds bounds;

  SwitchControl(Endpoint endpoint, Path folder, AnswerBounds bounds) {
    this.bounds = bounds;
    this.endpoint = endpoint;
    this.folder = folder;
  }

  /** Whether there is one in the folder. */
  static boolean isIn(Path folder) {
    try (DirectoryStream<Path> sockets = Files.newDirectoryStream(folder, SOCKETS)) {
      return sockets.iterator().hasNext();
    } catch (IOException e) {
      return false;
    }
  }

  /** Where a broadcast goes that comes in untagged at the port. */
  Trace broadcast(PortRow port, Deadline deadline) {
    ArrayNode parameters = JsonNodeFactory.instance.arrayNode();
    parameters
        .add("--names")
        .add(port.bridge())
        .add(
            "in_port=%s,dl_src=%s,dl_dst=ff:ff:ff:ff:ff:ff"
                .formatted(port.interfaces().getFirst(), PROBE_ADDRESS));
    String text = call("ofproto/trace", parameters, deadline);
    Trace trace = Trace.parse(text);
    if (trace == null) {
      throw new BackendException.ProtocolViolation(
          endpoint.display(), "ofproto/trace names no actions: " + text);
    }
    return trace;
  }

  /** What {@code fdb/show} prints: number, VLAN, address and age of each address it learned. */
  String addresses(String bridge, Deadline deadline) {
    return call("fdb/show", JsonNodeFactory.instance.arrayNode().add(bridge), deadline);
  }

  private String call(String method, ArrayNode parameters, Deadline deadline) {
    try (RpcConnection rpc =
        RpcConnection.open(UnixDomainSocketAddress.of(socket()), bounds, deadline)) {
      return rpc.call(method, parameters, deadline).asString("");
    } catch (IOException e) {
      throw new BackendException.Unreachable(
          endpoint.display(),
          "the control socket of ovs-vswitchd in %s does not answer (%s); does it run, and may this service open it?"
              .formatted(folder, e.getMessage()),
          e);
    } catch (RpcRefusal e) {
      throw new BackendException.Refused(
          endpoint.display(), method + " is refused: " + e.getMessage(), e);
    }
  }

  private Path socket() throws IOException {
    try (DirectoryStream<Path> sockets = Files.newDirectoryStream(folder, SOCKETS)) {
      for (Path socket : sockets) {
        return socket;
      }
    }
    throw new IOException("there is no " + SOCKETS);
  }
}
