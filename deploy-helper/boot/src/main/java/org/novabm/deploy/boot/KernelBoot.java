package org.novabm.deploy.boot;

import org.novabm.spi.MacAddress;

/**
 * A kernel to start over the network.
 *
 * @param arguments without {@code initrd} and {@code BOOTIF}, which the writers add
 */
public record KernelBoot(BootFile kernel, BootFile initrd, KernelArguments arguments) {

  private static final String INITRD = "initrd";
  private static final String BOOTIF = "BOOTIF";

  /**
   * @throws IllegalArgumentException when the arguments name initrd or BOOTIF
   */
  public KernelBoot {
    if (arguments.names(INITRD) || arguments.names(BOOTIF)) {
      throw new IllegalArgumentException(
          "leave initrd and BOOTIF out of the kernel arguments; they are added");
    }
  }

  /** The whole command line for one machine. */
  KernelArguments line(String initrdArgument, MacAddress mac) {
    return KernelArguments.NONE
        .with(INITRD, initrdArgument)
        // 01 is the hardware type Ethernet, as PXELINUX has it
        .with(BOOTIF, "01-" + mac.dashed())
        .and(arguments);
  }
}
