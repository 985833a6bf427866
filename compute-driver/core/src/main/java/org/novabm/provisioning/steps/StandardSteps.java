package org.novabm.provisioning.steps;

import java.util.EnumMap;
import java.util.Map;
import org.novabm.console.ConsoleRecorder;
import org.novabm.device.Devices;
import org.novabm.instance.ConfigDrive;
import org.novabm.node.NodePool;
import org.novabm.provisioning.ProvisionState;
import org.novabm.provisioning.ProvisioningSettings;
import org.novabm.provisioning.ProvisioningStep;
import org.novabm.provisioning.StepOutcome;
import org.novabm.provisioning.Steps;
import org.novabm.spi.deploy.Deployer;
import org.novabm.spi.power.BootDevice;

/** The steps of a bare-metal node: forward, on request, and back. */
public final class StandardSteps {

  private StandardSteps() {}

  /** One step for each working state. */
  public static Steps of(
      NodePool pool,
      Devices devices,
      ConsoleRecorder consoles,
      Deployer deployer,
      ConfigDrive configDrive,
      ProvisioningSettings settings) {
    Map<ProvisionState, ProvisioningStep> steps = new EnumMap<>(ProvisionState.class);
    ProvisioningStep powerOff = new PowerOff(devices, settings.powerTimeout());
    ProvisioningStep powerOn =
        new RecordConsole(consoles, new PowerOn(devices, settings.powerTimeout()));
    ProvisioningStep shutDown =
        new ShutDown(devices, settings.softOffTimeout(), settings.powerTimeout());
    ProvisioningStep diskBoot =
        new SetBootDevice(devices, BootDevice.DISK, settings.powerTimeout());

    steps.put(ProvisionState.CLAIMING, new ClaimNode(pool));
    steps.put(ProvisionState.RECORDING, new RecordOrder(deployer, configDrive, settings));
    steps.put(ProvisionState.STOPPING, powerOff);
    steps.put(ProvisionState.CABLING_SERVICE, new AttachServiceNetwork(devices, settings));
    steps.put(
        ProvisionState.PUBLISHING,
        new PublishBootFiles(deployer, devices, settings.switchTimeout(), settings.agentTimeout()));
    steps.put(
        ProvisionState.AIMING_AT_NETWORK,
        new SetBootDevice(devices, BootDevice.NETWORK, settings.powerTimeout()));
    steps.put(ProvisionState.STARTING_RAMDISK, powerOn);
    steps.put(ProvisionState.AWAITING_AGENT, new AwaitAgent(deployer, devices, settings));
    steps.put(ProvisionState.WRITING_IMAGE, new AwaitImage(deployer, settings));
    steps.put(ProvisionState.RETIRING_RAMDISK, new RetireRamdisk(powerOff, deployer));
    steps.put(ProvisionState.CABLING_TENANT, new AttachTenantNetwork(devices, settings));
    steps.put(ProvisionState.PROVING_ISOLATION, new ProveIsolation(devices, settings));
    steps.put(ProvisionState.AIMING_AT_DISK, diskBoot);
    steps.put(ProvisionState.STARTING_INSTANCE, powerOn);

    steps.put(ProvisionState.POWERING_OFF, shutDown);
    steps.put(ProvisionState.CUTTING_POWER, powerOff);
    steps.put(ProvisionState.POWERING_ON, powerOn);
    steps.put(ProvisionState.SHUTTING_DOWN, shutDown);
    steps.put(ProvisionState.RESTARTING, powerOn);
    steps.put(
        ProvisionState.REBOOTING,
        new RecordConsole(consoles, new PowerCycle(devices, settings.powerTimeout())));

    steps.put(ProvisionState.UNDOING_POWER, ifClaimed(powerOff));
    steps.put(ProvisionState.UNDOING_CABLING, new DetachNetwork(devices, settings.switchTimeout()));
    steps.put(ProvisionState.UNDOING_BOOT_FILES, new WithdrawBootFiles(deployer));
    steps.put(ProvisionState.UNDOING_BOOT_DEVICE, ifClaimed(diskBoot));
    steps.put(ProvisionState.UNDOING_ORDER, new ForgetOrder(deployer));
    steps.put(ProvisionState.RELEASING, new ReleaseNode(pool, consoles));
    return new Steps(steps);
  }

  /** Nothing to undo on a node that is not there, or was removed by force. */
  private static ProvisioningStep ifClaimed(ProvisioningStep step) {
    return context -> context.node() == null ? new StepOutcome.Done("no node") : step.run(context);
  }
}
