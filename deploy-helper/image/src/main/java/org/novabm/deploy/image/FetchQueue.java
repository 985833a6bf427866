package org.novabm.deploy.image;

import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A few fetches at a time, the others in the order in which they came. No host gets more than half
 * of the places, by whatever names it is called, and one place is kept for images of this host's
 * own disk, so that sources that are slow on purpose hold up themselves. Where a fetch leads to is
 * known when it connects: one that is too many then gives its place back and waits until it fits.
 *
 * <p>Fetches have threads of the platform: unpacking would hold the few carriers of the virtual
 * threads that all steps run on.
 */
final class FetchQueue {

  private static final String THIS_HOST = "";

  private final int places;
  private final Consumer<Fetch> work;
  private final List<Fetch> waiting = new ArrayList<>();
  private final List<Fetch> running = new ArrayList<>();
  private final Map<Fetch, Set<InetAddress>> addresses = new HashMap<>();

  FetchQueue(int places, Consumer<Fetch> work) {
    this.places = places;
    this.work = work;
  }

  synchronized void add(Fetch fetch) {
    waiting.add(fetch);
    startWhatFits();
  }

  /** Takes it out if it has not begun. */
  synchronized void drop(Fetch fetch) {
    if (waiting.remove(fetch)) {
      addresses.remove(fetch);
    }
  }

  /**
   * A fetch that has begun is about to connect to one of these.
   *
   * @throws Crowded when it has to wait
   */
  synchronized void connecting(Fetch fetch, InetAddress... found) {
    addresses.put(fetch, Set.of(found));
    if (!fits(fetch)) {
      throw new Crowded(fetch.image().shown());
    }
  }

  private void startWhatFits() {
    for (Iterator<Fetch> all = waiting.iterator(); all.hasNext() && running.size() < places; ) {
      Fetch next = all.next();
      if (fits(next)) {
        all.remove();
        running.add(next);
        Thread.ofPlatform().daemon().name("image-fetch").start(() -> run(next));
      }
    }
  }

  private boolean fits(Fetch fetch) {
    List<Fetch> others = running.stream().filter(other -> other != fetch).toList();
    long ofIt = others.stream().filter(other -> isOfOneSource(fetch, other)).count();
    long fromElsewhere = others.stream().filter(other -> !isOfThisHost(other)).count();
    boolean kept = places > 1 && !isOfThisHost(fetch) && fromElsewhere >= places - 1;
    return ofIt < (places + 1) / 2 && !kept;
  }

  private boolean isOfOneSource(Fetch one, Fetch other) {
    return source(one).equals(source(other))
        || !Collections.disjoint(
            addresses.getOrDefault(one, Set.of()), addresses.getOrDefault(other, Set.of()));
  }

  private static boolean isOfThisHost(Fetch fetch) {
    return source(fetch).equals(THIS_HOST);
  }

  private void run(Fetch fetch) {
    try {
      work.accept(fetch);
      ended(fetch);
    } catch (Crowded e) {
      waitsAgain(fetch);
    } catch (Throwable e) {
      ended(fetch);
      throw e;
    }
  }

  private synchronized void ended(Fetch fetch) {
    running.remove(fetch);
    addresses.remove(fetch);
    startWhatFits();
  }

  /** It came before those that wait now. */
  private synchronized void waitsAgain(Fetch fetch) {
    running.remove(fetch);
    waiting.addFirst(fetch);
    startWhatFits();
  }

  private static String source(Fetch fetch) {
    String reference = fetch.image().reference();
    if (!HttpImages.handles(reference)) {
      return THIS_HOST;
    }
    try {
      String host = URI.create(reference).getHost();
      return host == null ? reference : host.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      // refused as soon as it begins
      return reference;
    }
  }
}
