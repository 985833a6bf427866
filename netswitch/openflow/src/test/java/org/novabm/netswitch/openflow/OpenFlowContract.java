package org.novabm.netswitch.openflow;

import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.contract.network.BatchChangesContract;
import org.novabm.spi.contract.network.PortSecurityContract;
import org.novabm.spi.contract.network.SegmentProbeContract;
import org.novabm.spi.network.PortName;

/** What every OpenFlow switch keeps, whatever its version. */
interface OpenFlowContract
    extends BatchChangesContract, PortSecurityContract, SegmentProbeContract {

  @Override
  default Endpoint deadSwitch() {
    return Endpoint.parse("0x00000000deadbeef", "", Secret.EMPTY);
  }

  @Override
  default PortName port() {
    return new PortName("tap1");
  }

  @Override
  default PortName otherPort() {
    return new PortName("tap2");
  }

  @Override
  default PortName missingPort() {
    return new PortName("tap99");
  }
}
