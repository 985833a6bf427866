package org.novabm.deploy.image;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendException;
import org.novabm.spi.deploy.ImageRef;

/**
 * Turns an image's reference into a checked file that stays as it is. Nobody waits in here: a
 * deployment asks, and is told when it should ask again. An image is fetched once, however many
 * wait for it at the same time; several processes may share the folder.
 */
public final class ImageCache implements AutoCloseable {

  private final HttpImages http;
  private final ImageIntake intake;
  private final FetchQueue queue;
  private final Map<ImageRef, Fetch> running = new HashMap<>();
  private final Map<UUID, Fetch> byWaiter = new HashMap<>();
  private boolean closed;

  /**
   * Opens the cache.
   *
   * @param needed the files that orders need now; asked before anything is dropped
   */
  public ImageCache(ImageSettings settings, Supplier<Set<Path>> needed, InstantSource time) {
    this(settings, needed, time, java.net.InetAddress::getAllByName);
  }

  ImageCache(
      ImageSettings settings,
      Supplier<Set<Path>> needed,
      InstantSource time,
      EgressRule.Lookup lookup) {
    this.queue = new FetchQueue(settings.fetching().places(), this::run);
    this.http =
        new HttpImages(
            settings.fetching(),
            new Destinations(new EgressRule(settings.fetching().hosts(), lookup), queue));
    this.intake =
        new ImageIntake(
            settings,
            http,
            new CacheFolder(settings.cache(), settings.cacheLimitBytes(), needed, time));
  }

  /**
   * Where the image is; has it fetched if need be. Comes back at once.
   *
   * @param waiter who asks, and will ask again until it is here
   * @param diskBytes what the waiter has room for, packed or not
   * @param told is run, by another thread, when asking again is worth while
   * @throws BackendException.Refused when it is missing, too large, of another digest or format, or
   *     when the cache's disk is full; asking again begins anew
   * @throws BackendException.Unreachable when its source does not answer, or breaks off; asking
   *     again begins anew
   */
  public ImageState ask(UUID waiter, ImageRef image, long diskBytes, Runnable told) {
    if (!awaits(waiter)) {
      CheckedImage here = intake.atOnce(image);
      if (here != null) {
        return new ImageState.Here(here);
      }
    }
    Fetch fetch = joined(waiter, image, diskBytes, told);
    try {
      ImageState state = fetch.state();
      if (state instanceof ImageState.Here) {
        leave(waiter);
      }
      return state;
    } catch (RuntimeException e) {
      leave(waiter);
      throw e;
    }
  }

  /** Has asked, and was not answered yet. */
  public synchronized boolean awaits(UUID waiter) {
    return byWaiter.containsKey(waiter);
  }

  /** Waits no longer. Fetching ends at once when nobody else waits for the image. */
  public void leave(UUID waiter) {
    Fetch fetch = left(waiter);
    if (fetch != null && !fetch.isOver()) {
      fetch.giveUp();
    }
  }

  private synchronized @Nullable Fetch left(UUID waiter) {
    Fetch fetch = byWaiter.remove(waiter);
    if (fetch == null) {
      return null;
    }
    fetch.leave(waiter);
    if (fetch.isWanted()) {
      return null;
    }
    running.remove(fetch.image(), fetch);
    queue.drop(fetch);
    return fetch;
  }

  private synchronized Fetch joined(UUID waiter, ImageRef image, long diskBytes, Runnable told) {
    if (closed) {
      throw new BackendException.Unreachable(
          "image " + image.shown(), "not fetched: this process is ending");
    }
    byWaiter.values().removeIf(fetch -> fetch.isOver() && !fetch.isWanted());
    Fetch mine = byWaiter.get(waiter);
    Fetch known = mine != null ? mine : running.get(image);
    if (known != null && (known.isOver() || known.isWanted())) {
      known.ask(waiter, diskBytes, told);
      byWaiter.put(waiter, known);
      return known;
    }
    Fetch begun = new Fetch(image);
    begun.ask(waiter, diskBytes, told);
    byWaiter.put(waiter, begun);
    running.put(image, begun);
    queue.add(begun);
    return begun;
  }

  private void run(Fetch fetch) {
    try {
      CheckedImage checked = intake.fetch(fetch);
      forget(fetch);
      fetch.end(checked);
    } catch (Crowded e) {
      fetch.waitAgain();
      throw e;
    } catch (RuntimeException e) {
      forget(fetch);
      fetch.fail(e);
    } finally {
      if (fetch.hasBegun() && !fetch.isOver()) {
        forget(fetch);
        fetch.fail(new IllegalStateException("fetching broke off; the log says why"));
      }
    }
  }

  /** Whoever comes from now on asks the source itself. */
  private synchronized void forget(Fetch fetch) {
    running.remove(fetch.image(), fetch);
  }

  /** Ends all fetching; what is not here is begun anew by the next process. */
  @Override
  public void close() {
    List<Fetch> all;
    synchronized (this) {
      closed = true;
      all = List.copyOf(running.values());
    }
    all.forEach(queue::drop);
    all.forEach(Fetch::giveUp);
    http.close();
  }
}
