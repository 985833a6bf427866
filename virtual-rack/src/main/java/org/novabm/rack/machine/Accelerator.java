package org.novabm.rack.machine;

import java.util.List;

/** What runs the machines' processors. */
public enum Accelerator {
  /** The kernel's virtual machine, with the host's processor model. */
  KVM,
  /** QEMU's translator, which runs everywhere. */
  TCG;

  List<String> arguments() {
    return switch (this) {
      case KVM -> List.of("-accel", "kvm", "-cpu", "host");
      // the small code cache saves 100 MiB a machine
      case TCG -> List.of("-accel", "tcg,tb-size=128");
    };
  }
}
