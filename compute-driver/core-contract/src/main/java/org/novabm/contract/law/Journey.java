package org.novabm.contract.law;

import java.util.Map;
import org.novabm.lifecycle.ProvisionState;
import org.novabm.lifecycle.Rule;
import org.novabm.lifecycle.Rules;
import org.novabm.lifecycle.Verb;

/**
 * A verb, as it may be asked for.
 *
 * @param manner what is said beside the verb
 */
record Journey(Verb verb, Map<String, String> manner) {

  /** The rule by which it begins: from an instance that is up where it can. */
  Rule rule() {
    Rule usual = Rules.of(ProvisionState.ACTIVE, verb);
    return usual != null
        ? usual
        : Rules.TABLE.stream().filter(it -> it.verb() == verb).findFirst().orElseThrow();
  }

  /** Whether an instance is on the node before. */
  boolean needsAnInstance() {
    return Rules.of(rule().from(), Verb.DESTROY) != null;
  }

  /** Whether it is for an instance at all. */
  boolean isForAnInstance() {
    return verb == Verb.DEPLOY || verb == Verb.ADOPT || needsAnInstance();
  }

  /** Whether it is on record alone: the machine and its port are not touched. */
  boolean leavesTheMachine() {
    return verb == Verb.ADOPT || verb == Verb.RELEASE;
  }

  @Override
  public String toString() {
    return manner.isEmpty() ? verb.word() : verb.word() + " " + String.join(" ", manner.values());
  }
}
