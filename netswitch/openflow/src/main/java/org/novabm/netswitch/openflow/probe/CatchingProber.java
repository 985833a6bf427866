package org.novabm.netswitch.openflow.probe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.novabm.netswitch.openflow.wire.OpenFlowChannel;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import org.novabm.spi.MacAddress;
import org.projectfloodlight.openflow.protocol.OFMessage;
import org.projectfloodlight.openflow.protocol.OFPacketIn;

/**
 * Sends frames through the table that knows the ports, and catches them where the VLANs begin, with
 * the tag that they got. None of them leaves the switch.
 */
public record CatchingProber(OpenFlowChannel link, MacAddress receiver) implements Prober {

  private static final long AGAIN_MILLIS = 100;

  /** A frame on its way. */
  private record Flight(Sent frame, long number, CompletableFuture<Integer> vlan) {}

  @Override
  public Map<Sent, Integer> send(Collection<Sent> frames, Deadline deadline) {
    long first = ThreadLocalRandom.current().nextLong();
    List<Flight> flights = new ArrayList<>();
    for (Sent frame : frames) {
      flights.add(new Flight(frame, first + flights.size(), new CompletableFuture<>()));
    }
    Consumer<OFMessage> eye = message -> look(message, first, flights);
    link.listen(eye);
    try {
      boolean landed = flights.isEmpty();
      while (!landed && !deadline.isOver()) {
        link.send(flights.stream().filter(it -> !it.vlan.isDone()).map(this::packet).toList());
        landed = await(flights, Math.min(AGAIN_MILLIS, deadline.leftMillis()));
      }
    } finally {
      link.unlisten(eye);
    }
    Map<Sent, Integer> seen = new LinkedHashMap<>();
    flights.stream()
        .filter(flight -> flight.vlan.isDone())
        .forEach(flight -> seen.put(flight.frame, flight.vlan.join()));
    return seen;
  }

  private OFMessage packet(Flight flight) {
    byte[] bytes = ProbeFrame.bytes(flight.frame, receiver, flight.number);
    return PacketOut.throughTables(link.factory(), flight.frame.port(), bytes);
  }

  private void look(OFMessage message, long first, List<Flight> flights) {
    ProbeFrame frame =
        message instanceof OFPacketIn packet ? ProbeFrame.read(packet.getData(), receiver) : null;
    if (frame != null) {
      long index = frame.number() - first;
      if (index >= 0 && index < flights.size()) {
        flights.get((int) index).vlan.complete(frame.vlan());
      }
    }
  }

  private static boolean await(List<Flight> flights, long millis) {
    try {
      CompletableFuture.allOf(flights.stream().map(Flight::vlan).toArray(CompletableFuture[]::new))
          .get(millis, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BackendException.Unreachable("switch", "interrupted", e);
    }
  }

  @Override
  public String sight() {
    return "came out of the switch's first table";
  }
}
