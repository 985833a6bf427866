package org.novabm.deploy.agent.http;

/** What is sent back. */
public sealed interface Answer {

  /**
   * A short text, never cached.
   *
   * @param status the HTTP status
   * @param text with its line end
   */
  record Text(int status, String text) implements Answer {}

  /**
   * Bytes of any length, whole or in a range, as the request's headers have it (RFC 9110, sections
   * 13 and 14).
   *
   * @param body closed when it was sent, or not
   * @param etag a strong validator with its quotation marks
   * @param watch told of what is sent
   */
  record Content(Body body, String etag, Watch watch) implements Answer {}
}
