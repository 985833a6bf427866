package org.novabm.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.novabm.node.NetworkSwitch;
import org.novabm.node.SwitchStore;
import org.novabm.spi.BackendException;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.network.SwitchManager;
import org.novabm.spi.power.PowerManager;

class ExpectedSwitchesTest {

  private final List<NetworkSwitch> registered = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final ExpectedSwitches expected = new ExpectedSwitches(new Listening(), new Shared());

  private static NetworkSwitch calling(long id, String address) {
    return new NetworkSwitch(id, new Endpoint(address, 0, "", Secret.EMPTY), "openflow", "");
  }

  @Test
  void allThatAreOnRecordAreKnownAtTheStart() {
    registered.add(calling(1, "0x1"));
    registered.add(calling(2, "0x2"));

    expected.look();

    assertThat(told).containsExactly("0x1", "0x2");
  }

  @Test
  void oneThatAnotherServiceRegisteredIsLearnedAndTheOthersAreLeftAlone() {
    registered.add(calling(1, "0x1"));
    expected.look();
    registered.add(calling(2, "0x2"));

    expected.look();
    expected.look();

    assertThat(told).containsExactly("0x1", "0x2");
  }

  @Test
  void oneThatWasRemovedAndRegisteredAgainIsToldOfAgain() {
    registered.add(calling(1, "0x1"));
    expected.look();
    registered.clear();
    expected.look();
    registered.add(calling(1, "0x1"));

    expected.look();

    assertThat(told).containsExactly("0x1", "0x1");
  }

  @Test
  void oneThatCannotBeOfItsKindKeepsNobodyElseAway() {
    registered.add(calling(1, "bad"));
    registered.add(calling(2, "0x2"));

    expected.look();

    assertThat(told).containsExactly("bad", "0x2");
  }

  private final class Listening implements Backends {
    @Override
    public PowerManager power(String manager, Endpoint bmc) {
      throw new BackendException.Unsupported("bmc", "there are switches only");
    }

    @Override
    public SwitchManager network(NetworkSwitch networkSwitch) {
      String address = networkSwitch.endpoint().address();
      told.add(address);
      if (address.equals("bad")) {
        throw new IllegalArgumentException("bad is no datapath id");
      }
      return new BatchingSwitch();
    }
  }

  /** Others write to it, too. */
  private final class Shared implements SwitchStore {
    @Override
    public NetworkSwitch add(NetworkSwitch networkSwitch) {
      throw new UnsupportedOperationException("others do");
    }

    @Override
    public @Nullable NetworkSwitch find(long id) {
      return null;
    }

    @Override
    public List<NetworkSwitch> list() {
      return List.copyOf(registered);
    }

    @Override
    public boolean delete(long id) {
      throw new UnsupportedOperationException("others do");
    }
  }
}
