package org.novabm.power.ipmi;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.novabm.power.ipmi.wire.IpmiResponse;
import org.novabm.spi.Endpoint;
import org.novabm.spi.ForeignProgram;

/** A program of others that sends one command to a BMC and prints the answer. */
sealed interface ForeignTool permits IpmitoolProgram, FreeIpmiProgram {

  /** The program's name. */
  String program();

  /**
   * What is written to a file that only we can read.
   *
   * @param endpoint whose password is in it
   */
  String secretFile(Endpoint endpoint, IpmiSettings settings);

  /**
   * The program with its arguments, none of which is secret.
   *
   * @param secret the file
   * @param within how long it may try
   */
  List<String> line(
      Endpoint endpoint, IpmiSettings settings, Path secret, IpmiCommand command, Duration within);

  /**
   * The BMC's answer in what it printed; none when there was no answer. Warnings are no part of it:
   * both programs print some, and work.
   */
  Optional<IpmiResponse> answer(IpmiCommand command, ForeignProgram.Ending ending);

  /**
   * The same program, asked for something harmless and to say more of a login that fails; empty
   * when it said all the first time.
   */
  List<String> chattyLine(Endpoint endpoint, IpmiSettings settings, Path secret, Duration within);

  /** It says that the account is wrong, and not that nobody answers. */
  boolean blamesAccount(String output);
}
