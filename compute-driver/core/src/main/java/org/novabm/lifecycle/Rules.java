package org.novabm.lifecycle;

import static org.novabm.lifecycle.ProvisionState.ACTIVE;
import static org.novabm.lifecycle.ProvisionState.ADOPTING;
import static org.novabm.lifecycle.ProvisionState.ADOPT_FAILED;
import static org.novabm.lifecycle.ProvisionState.AVAILABLE;
import static org.novabm.lifecycle.ProvisionState.CLEANING;
import static org.novabm.lifecycle.ProvisionState.CLEAN_FAILED;
import static org.novabm.lifecycle.ProvisionState.DELETING;
import static org.novabm.lifecycle.ProvisionState.DEPLOYING;
import static org.novabm.lifecycle.ProvisionState.ENROLL;
import static org.novabm.lifecycle.ProvisionState.ERROR;
import static org.novabm.lifecycle.ProvisionState.INSPECTING;
import static org.novabm.lifecycle.ProvisionState.INSPECT_FAILED;
import static org.novabm.lifecycle.ProvisionState.MANAGEABLE;
import static org.novabm.lifecycle.ProvisionState.RESCUE;
import static org.novabm.lifecycle.ProvisionState.RESCUE_FAILED;
import static org.novabm.lifecycle.ProvisionState.RESCUING;
import static org.novabm.lifecycle.ProvisionState.UNRESCUE_FAILED;
import static org.novabm.lifecycle.ProvisionState.UNRESCUING;
import static org.novabm.lifecycle.ProvisionState.VERIFYING;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The life of a node, whole: what is not in this table cannot be asked for. */
public final class Rules {

  /** Read it aloud: from, verb, during, done, failed. */
  public static final List<Rule> TABLE =
      withRelease(
          // into the pool
          on(ENROLL, Verb.MANAGE, VERIFYING, MANAGEABLE, ENROLL),
          on(AVAILABLE, Verb.MANAGE, VERIFYING, MANAGEABLE, MANAGEABLE),
          on(MANAGEABLE, Verb.MANAGE, VERIFYING, MANAGEABLE, ENROLL),
          on(INSPECT_FAILED, Verb.MANAGE, VERIFYING, MANAGEABLE, INSPECT_FAILED),
          on(CLEAN_FAILED, Verb.MANAGE, VERIFYING, MANAGEABLE, CLEAN_FAILED),
          on(ADOPT_FAILED, Verb.MANAGE, VERIFYING, MANAGEABLE, ADOPT_FAILED),
          on(MANAGEABLE, Verb.INSPECT, INSPECTING, MANAGEABLE, INSPECT_FAILED),
          on(INSPECT_FAILED, Verb.INSPECT, INSPECTING, MANAGEABLE, INSPECT_FAILED),
          on(MANAGEABLE, Verb.CLEAN, CLEANING, MANAGEABLE, CLEAN_FAILED),
          on(MANAGEABLE, Verb.PROVIDE, CLEANING, AVAILABLE, CLEAN_FAILED),
          on(MANAGEABLE, Verb.ADOPT, ADOPTING, ACTIVE, ADOPT_FAILED),
          on(ADOPT_FAILED, Verb.ADOPT, ADOPTING, ACTIVE, ADOPT_FAILED),

          // an instance
          on(AVAILABLE, Verb.DEPLOY, DEPLOYING, ACTIVE, AVAILABLE),
          on(ACTIVE, Verb.REBUILD, DEPLOYING, ACTIVE, ERROR),
          on(ERROR, Verb.REBUILD, DEPLOYING, ACTIVE, ERROR),
          on(ACTIVE, Verb.POWER_ON, ACTIVE, ACTIVE, ACTIVE),
          on(ACTIVE, Verb.POWER_OFF, ACTIVE, ACTIVE, ACTIVE),
          on(ACTIVE, Verb.REBOOT, ACTIVE, ACTIVE, ACTIVE),
          on(ACTIVE, Verb.RESCUE, RESCUING, RESCUE, RESCUE_FAILED),
          on(RESCUE_FAILED, Verb.RESCUE, RESCUING, RESCUE, RESCUE_FAILED),
          on(RESCUE, Verb.UNRESCUE, UNRESCUING, ACTIVE, UNRESCUE_FAILED),
          on(RESCUE_FAILED, Verb.UNRESCUE, UNRESCUING, ACTIVE, UNRESCUE_FAILED),
          on(UNRESCUE_FAILED, Verb.UNRESCUE, UNRESCUING, ACTIVE, UNRESCUE_FAILED),

          // its end
          on(ACTIVE, Verb.DESTROY, DELETING, AVAILABLE, ERROR),
          on(ERROR, Verb.DESTROY, DELETING, AVAILABLE, ERROR),
          on(RESCUE, Verb.DESTROY, DELETING, AVAILABLE, ERROR),
          on(RESCUE_FAILED, Verb.DESTROY, DELETING, AVAILABLE, ERROR),
          on(UNRESCUE_FAILED, Verb.DESTROY, DELETING, AVAILABLE, ERROR));

  /** Wherever somebody may be believed to be busy, an operator may say that nobody is. */
  private static List<Rule> withRelease(Rule... rules) {
    Stream<Rule> release =
        EnumSet.complementOf(EnumSet.of(ENROLL, MANAGEABLE)).stream()
            .map(from -> on(from, Verb.RELEASE, DELETING, MANAGEABLE, ERROR));
    return Stream.concat(Stream.of(rules), release).toList();
  }

  private static final Map<ProvisionState, Map<Verb, Rule>> BY_STATE = index();

  private Rules() {}

  /** The rule of this verb in this state, or null when it cannot be asked for. */
  public static @Nullable Rule of(ProvisionState from, Verb verb) {
    return BY_STATE.getOrDefault(from, Map.of()).get(verb);
  }

  /** What can be asked for in this state, in the order of the verbs. */
  public static List<Verb> allowed(ProvisionState from) {
    return List.copyOf(BY_STATE.getOrDefault(from, Map.of()).keySet());
  }

  private static Rule on(
      ProvisionState from,
      Verb verb,
      ProvisionState during,
      ProvisionState done,
      ProvisionState failed) {
    return new Rule(from, verb, during, done, failed);
  }

  private static Map<ProvisionState, Map<Verb, Rule>> index() {
    Map<ProvisionState, Map<Verb, Rule>> index = new EnumMap<>(ProvisionState.class);
    for (Rule rule : TABLE) {
      var verbs = index.computeIfAbsent(rule.from(), state -> new EnumMap<>(Verb.class));
      if (verbs.put(rule.verb(), rule) != null) {
        throw new IllegalStateException(
            "the table says two things about " + rule.verb() + " in " + rule.from());
      }
    }
    return index;
  }
}
