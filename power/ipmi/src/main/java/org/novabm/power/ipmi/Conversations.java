package org.novabm.power.ipmi;

import java.net.SocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The conversations of a socket, found by our session id or by the BMC. Safe for many threads. */
final class Conversations {

  private final Map<Integer, Conversation> byId = new ConcurrentHashMap<>();
  private final Map<SocketAddress, List<Conversation>> byBmc = new ConcurrentHashMap<>();

  /**
   * Adds one.
   *
   * @return false when its id is taken
   */
  boolean add(Conversation conversation) {
    if (byId.putIfAbsent(conversation.id(), conversation) != null) {
      return false;
    }
    byBmc.merge(conversation.bmc(), List.of(conversation), Conversations::joined);
    return true;
  }

  private static List<Conversation> joined(List<Conversation> some, List<Conversation> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  void remove(Conversation conversation) {
    byId.remove(conversation.id(), conversation);
    byBmc.computeIfPresent(conversation.bmc(), (_, all) -> without(conversation, all));
  }

  private static @Nullable List<Conversation> without(Conversation gone, List<Conversation> all) {
    List<Conversation> others = all.stream().filter(one -> one.id() != gone.id()).toList();
    return others.isEmpty() ? null : others;
  }

  @Nullable Conversation withId(int id) {
    return byId.get(id);
  }

  List<Conversation> withBmc(SocketAddress bmc) {
    return byBmc.getOrDefault(bmc, List.of());
  }

  void clear() {
    byId.clear();
    byBmc.clear();
  }
}
