package org.novabm.rack.junos;

import java.util.List;

/** What really carries the frames behind the simulated ports. */
public interface Backplane {

  /** Carries nothing. */
  Backplane NONE = _ -> {};

  /** Does from now on what these ports do; returns when it is done. */
  void follow(List<JunosPort> ports);
}
