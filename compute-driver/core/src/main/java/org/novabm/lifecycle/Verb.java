package org.novabm.lifecycle;

import java.util.Locale;

/** What is done to a node by a task. */
public enum Verb {
  /** Tries its BMC. */
  MANAGE,
  /** Finds out what it has. */
  INSPECT,
  /** Makes it ready and offers it. */
  PROVIDE,
  /** Erases what was left on it, and does what an operator adds to that. */
  CLEAN,
  /** Takes over what runs on it as an instance. */
  ADOPT,
  /** Puts an instance on it. */
  DEPLOY,
  /** Puts the instance on it once more. */
  REBUILD,
  /** Starts the rescue ramdisk. */
  RESCUE,
  /** Ends a rescue. */
  UNRESCUE,
  /** Switches it on. */
  POWER_ON,
  /** Switches it off. */
  POWER_OFF,
  /** Switches it off and on. */
  REBOOT,
  /** Takes the instance off. */
  DESTROY,
  /** Lets go of the node and of what is on it, and leaves the machine as it is. */
  RELEASE;

  /** The word for people and REST, for example {@code power on}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The same with its article, for sentences: {@code an adopt}. */
  public String withArticle() {
    return ("AEIOU".indexOf(name().charAt(0)) < 0 ? "a " : "an ") + word();
  }
}
