package org.novabm.deploy.agent.http;

/** What a port answers with. Called by several threads at once, which may wait. */
@FunctionalInterface
public interface Site {

  /**
   * Answers a request.
   *
   * @throws IllegalArgumentException when the request is wrong; the caller is told its message with
   *     400
   */
  Answer answer(Asked asked);
}
