package org.novabm.deploy.image;

import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A few fetches at a time, the others in the order in which they came. No host gets more than half
 * of the places, and one place is kept for images of this host's own disk, so that sources that are
 * slow on purpose hold up themselves.
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
    waiting.remove(fetch);
  }

  private void startWhatFits() {
    for (Iterator<Fetch> all = waiting.iterator(); all.hasNext() && running.size() < places; ) {
      Fetch next = all.next();
      if (fits(source(next))) {
        all.remove();
        running.add(next);
        Thread.ofPlatform().daemon().name("image-fetch").start(() -> run(next));
      }
    }
  }

  private boolean fits(String source) {
    long ofIt = running.stream().filter(fetch -> source(fetch).equals(source)).count();
    long ofOthers = running.stream().filter(fetch -> !source(fetch).equals(THIS_HOST)).count();
    boolean kept = places > 1 && !source.equals(THIS_HOST) && ofOthers >= places - 1;
    return ofIt < (places + 1) / 2 && !kept;
  }

  private void run(Fetch fetch) {
    try {
      work.accept(fetch);
    } finally {
      ended(fetch);
    }
  }

  private synchronized void ended(Fetch fetch) {
    running.remove(fetch);
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
