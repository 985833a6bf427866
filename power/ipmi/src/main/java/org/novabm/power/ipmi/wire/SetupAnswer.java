package org.novabm.power.ipmi.wire;

/** What a BMC's answers have in common while a session is made. */
public sealed interface SetupAnswer permits OpenSessionResponse, Rakp2, Rakp4 {

  /** Repeats the question's, 0 to 255. */
  int tag();

  SetupStatus status();

  /** The console's name for the session; 0 in a refusal that was too short to hold it. */
  int consoleSession();
}
