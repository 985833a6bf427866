package org.novabm.power.virsh;

import java.util.List;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import org.novabm.spi.ForeignProgram;

/**
 * Runs virsh(1), a process a command.
 *
 * @param program its name, or where it is
 */
record Virsh(String program, Domain domain) {

  /** As it is installed. */
  Virsh(Domain domain) {
    this("virsh", domain);
  }

  /**
   * Runs one command on the machine.
   *
   * @throws BackendException.Unreachable when there is no answer in time
   * @throws BackendException.Unsupported when virsh is not installed
   */
  ForeignProgram.Ending run(String command, Deadline deadline) {
    List<String> line =
        List.of(program, "--quiet", "--connect", domain.uri(), command, domain.name());
    return new ForeignProgram(domain.display(), line).run(deadline);
  }
}
