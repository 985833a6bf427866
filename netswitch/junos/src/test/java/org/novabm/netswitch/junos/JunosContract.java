package org.novabm.netswitch.junos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.rack.junos.JunosPlan;
import org.novabm.rack.junos.JunosSyntax;
import org.novabm.rack.junos.JunosTrait;
import org.novabm.spi.Endpoint;
import org.novabm.spi.Secret;
import org.novabm.spi.contract.network.BatchChangesContract;
import org.novabm.spi.network.PortName;
import org.novabm.spi.network.SwitchManagerProvider;

/** The contract, on a switch of one syntax. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JunosContract implements BatchChangesContract {

  private final JunosPlan plan;
  private final String quarantine;
  private final Endpoint nobody = JunosLab.nobody();
  private @Nullable JunosLab lab;

  JunosContract(JunosSyntax syntax, String quarantine, JunosTrait... traits) {
    this.plan = JunosPlan.of(syntax, "admin", Secret.of("secret")).with(Set.of(traits));
    this.quarantine = quarantine;
  }

  @BeforeAll
  void startSwitch(@TempDir Path folder) throws IOException {
    lab = JunosLab.start(plan, folder).with("quarantine_vlan", quarantine);
  }

  @AfterAll
  void stopSwitch() throws IOException {
    if (lab != null) {
      lab.close();
    }
  }

  @Override
  public SwitchManagerProvider provider() {
    return running().provider();
  }

  @Override
  public Endpoint liveSwitch() {
    return running().endpoint();
  }

  @Override
  public Endpoint deadSwitch() {
    return nobody;
  }

  @Override
  public PortName port() {
    return new PortName("ge-0/0/1");
  }

  @Override
  public PortName otherPort() {
    return new PortName("ge-0/0/2");
  }

  @Override
  public PortName missingPort() {
    return new PortName("ge-0/0/99");
  }

  private JunosLab running() {
    return Objects.requireNonNull(lab);
  }
}
