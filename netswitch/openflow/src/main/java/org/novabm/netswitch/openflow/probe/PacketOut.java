package org.novabm.netswitch.openflow.probe;

import java.util.List;
import org.projectfloodlight.openflow.protocol.OFFactory;
import org.projectfloodlight.openflow.protocol.OFMessage;
import org.projectfloodlight.openflow.types.OFBufferId;
import org.projectfloodlight.openflow.types.OFPort;

/** Frames for a switch to treat as its own flows have it. */
final class PacketOut {

  private PacketOut() {}

  static OFMessage throughTables(OFFactory factory, int port, byte[] frame) {
    return factory
        .buildPacketOut()
        .setBufferId(OFBufferId.NO_BUFFER)
        .setInPort(OFPort.of(port))
        .setActions(List.of(factory.actions().output(OFPort.TABLE, 0)))
        .setData(frame)
        .build();
  }
}
