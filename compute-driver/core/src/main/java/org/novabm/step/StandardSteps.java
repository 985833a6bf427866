package org.novabm.step;

import java.util.List;
import org.novabm.console.ConsoleRecorder;
import org.novabm.device.Devices;
import org.novabm.instance.ConfigDrive;
import org.novabm.node.NodePool;
import org.novabm.spi.deploy.Deployer;
import org.novabm.task.StepCatalogue;

/** The steps of a bare-metal node. */
public final class StandardSteps {

  private StandardSteps() {}

  /** All there are. */
  public static StepCatalogue of(
      NodePool pool,
      Devices devices,
      ConsoleRecorder consoles,
      Deployer deployer,
      ConfigDrive configDrive,
      ProvisioningSettings settings) {
    return new StepCatalogue(
        List.of(
            new VerifyBmc(devices, settings.powerTimeout()),
            new InspectBmc(devices, pool, settings.powerTimeout()),
            new ClaimNode(pool),
            new OccupyNode(pool),
            new ReleaseNode(pool, consoles),
            new FetchImage(deployer, configDrive, settings),
            new ForgetOrder(deployer),
            new PowerStep(devices, consoles, settings.powerTimeout()),
            new ShutDown(devices, settings.softOffTimeout(), settings.powerTimeout()),
            new SetBootDevice(devices, settings.powerTimeout()),
            new NetworkStep(devices, settings),
            new ProveIsolation(devices, settings),
            new PrepareRamdisk(
                deployer, devices, settings.switchTimeout(), settings.agentTimeout()),
            new CleanUpRamdisk(deployer),
            new WaitCallBack(deployer, devices, settings),
            new WriteImage(deployer, settings),
            new TearDownAgent(devices, deployer, settings.powerTimeout())));
  }
}
