package org.novabm.rack.machine;

import java.util.List;

/** What runs the machines' processors. */
public enum Accelerator {
  /** The kernel's virtual machine, with the host's processor model. */
  KVM(List.of("-accel", "kvm", "-cpu", "host")),
  /** QEMU's translator; the small code cache saves 100 MiB a machine. */
  TCG(List.of("-accel", "tcg,tb-size=128"));

  private final List<String> arguments;

  Accelerator(List<String> arguments) {
    this.arguments = arguments;
  }

  List<String> arguments() {
    return arguments;
  }
}
