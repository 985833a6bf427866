package org.novabm.deploy.agent;

import java.util.concurrent.CompletableFuture;
import org.novabm.deploy.agent.http.Answer;
import org.novabm.deploy.agent.http.Asked;
import org.novabm.deploy.agent.http.Site;

/**
 * Stands at the port until the site is built: boot files name the port, so it is opened first. Who
 * asks in that moment waits for it.
 */
final class Entrance implements Site {

  private final CompletableFuture<Site> site = new CompletableFuture<>();

  void leadsTo(Site built) {
    site.complete(built);
  }

  @Override
  public Answer answer(Asked asked) {
    return site.join().answer(asked);
  }
}
