package org.novabm.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.novabm.memory.MemoryNodeStore;
import org.novabm.node.NetworkSwitch;
import org.novabm.node.Node;
import org.novabm.node.SwitchPort;
import org.novabm.node.SwitchStore;
import org.novabm.service.LeaseLostException;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.network.Idle;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.PortState;
import org.novabm.spi.network.Segment;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.network.Vlan;
import org.novabm.spi.network.VlanId;
import org.novabm.spi.power.PowerAction;
import org.novabm.spi.power.PowerManager;
import org.novabm.spi.power.PowerState;

/** What a process that may not act for its host does to devices: it looks at the power alone. */
@Timeout(30)
class LeasedDevicesTest {

  private static final Duration WITHIN = Duration.ofSeconds(5);
  private static final PortName PORT = new PortName("p1");

  private final MemoryNodeStore nodes = new MemoryNodeStore();
  private final Node node = nodes.addStandard(1024);
  private final List<String> touched = new CopyOnWriteArrayList<>();
  private volatile boolean held = true;
  private final Devices devices =
      new Devices(
          new Watched(),
          nodes,
          new OneSwitch(),
          DeviceBudget.STANDARD,
          () -> held,
          InstantSource.system());

  private static Stream<Arguments> operations() {
    return Stream.of(
        operation("power", (it, node) -> it.power(node, WITHIN, LeasedDevicesTest::on)),
        operation("aside", (it, node) -> it.aside(node, WITHIN, LeasedDevicesTest::on)),
        operation("apart", (it, node) -> it.apart(node, LeasedDevicesTest::on)),
        operation(
            "move", (it, node) -> it.move(new SwitchPort(1, PORT), new Idle(), "test", WITHIN)),
        operation("network", (it, node) -> it.network(1, manager -> manager.read(PORT, WITHIN))));
  }

  private static Arguments operation(String name, BiConsumer<Devices, Node> work) {
    return Arguments.argumentSet(name, work);
  }

  private static PowerState on(PowerManager manager) {
    return manager.apply(PowerAction.ON, WITHIN);
  }

  @AfterEach
  void close() {
    devices.close();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void isNotDoneWithoutALeaseAndDoneWithOne(BiConsumer<Devices, Node> operation) {
    held = false;
    assertThatThrownBy(() -> operation.accept(devices, node))
        .isInstanceOf(LeaseLostException.class);
    assertThat(touched).isEmpty();

    held = true;
    operation.accept(devices, node);
    assertThat(touched).hasSize(1);
  }

  @Test
  void thePowerIsReadWithoutALease() {
    held = false;
    assertThat(devices.powerState(node, WITHIN)).isEqualTo(PowerState.ON);
  }

  private final class Watched implements Backends {
    @Override
    public PowerManager power(String manager, Endpoint bmc) {
      return new PowerManager() {
        @Override
        public PowerState state(Duration within) {
          return PowerState.ON;
        }

        @Override
        public PowerState apply(PowerAction action, Duration within) {
          touched.add("power");
          return action.target();
        }

        @Override
        public void close() {}
      };
    }

    @Override
    public SwitchManager network(NetworkSwitch networkSwitch) {
      return new SwitchManager() {
        @Override
        public PortState read(PortName port, Duration within) {
          touched.add("port");
          return new PortState(port, new Idle());
        }

        @Override
        public List<PortState> list(Duration within) {
          throw new UnsupportedOperationException("nobody lists ports here");
        }

        @Override
        public PortState attach(PortName port, Segment segment, Duration within) {
          throw new UnsupportedOperationException("nothing is attached here");
        }

        @Override
        public PortState detach(PortName port, Duration within) {
          return read(port, within);
        }

        @Override
        public void ensureVlan(Vlan vlan, Duration within) {
          throw new UnsupportedOperationException("there are no VLANs here");
        }

        @Override
        public void removeVlan(VlanId vlan, Duration within) {
          throw new UnsupportedOperationException("there are no VLANs here");
        }

        @Override
        public void close() {}
      };
    }
  }

  private static final class OneSwitch implements SwitchStore {
    private static final NetworkSwitch ONLY =
        new NetworkSwitch(1, new Endpoint("10.2.0.1", 0, "", Secret.EMPTY), "memory", "");

    @Override
    public NetworkSwitch add(NetworkSwitch networkSwitch) {
      throw new UnsupportedOperationException("there is one");
    }

    @Override
    public NetworkSwitch find(long id) {
      return ONLY;
    }

    @Override
    public List<NetworkSwitch> list() {
      return List.of(ONLY);
    }

    @Override
    public boolean delete(long id) {
      throw new UnsupportedOperationException("it stays");
    }
  }
}
