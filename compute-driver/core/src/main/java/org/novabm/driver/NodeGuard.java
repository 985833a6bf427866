package org.novabm.driver;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novabm.lifecycle.Verb;
import org.novabm.node.Hold;
import org.novabm.node.HoldStore;
import org.novabm.node.Node;

/**
 * What an operator keeps from being done to a node: by maintenance holds, by retiring and by
 * protecting it. It is looked at when a verb is asked for; what has begun goes on to its end.
 * Deploy is not asked of a node: the claim looks at all of it by itself.
 */
public final class NodeGuard {

  /** They are what somebody in front of the machine needs, and how an instance leaves it. */
  private static final Set<Verb> ALSO_WHEN_HELD =
      EnumSet.of(Verb.POWER_ON, Verb.POWER_OFF, Verb.REBOOT, Verb.DESTROY);

  private static final Set<Verb> NOT_WHEN_PROTECTED = EnumSet.of(Verb.REBUILD, Verb.DESTROY);

  private final HoldStore holds;

  public NodeGuard(HoldStore holds) {
    this.holds = holds;
  }

  /** Why the verb is not to begin, and what helps; null when it may. */
  @Nullable String refusal(@Nullable Node node, Verb verb) {
    if (node == null) {
      return null;
    }
    String isProtected = node.details().protectedText();
    if (isProtected != null && NOT_WHEN_PROTECTED.contains(verb)) {
      return "%s is %s; take its protection off before %s"
          .formatted(node.display(), isProtected, verb.withArticle());
    }
    String retired = node.details().retiredText();
    if (retired != null && verb == Verb.PROVIDE) {
      return "%s is %s; bring it out of retirement before it is provided"
          .formatted(node.display(), retired);
    }
    return ALSO_WHEN_HELD.contains(verb) ? null : held(node, verb);
  }

  private @Nullable String held(Node node, Verb verb) {
    List<Hold> held = holds.of(node.id());
    return held.isEmpty()
        ? null
        : "%s is in maintenance, hold %s; release it before %s"
            .formatted(node.display(), Hold.text(held), verb.withArticle());
  }
}
