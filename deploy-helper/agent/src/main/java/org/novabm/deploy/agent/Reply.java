package org.novabm.deploy.agent;

/**
 * An answer of text.
 *
 * @param status the HTTP status
 * @param text with its line end
 */
record Reply(int status, String text) {

  /** One line for every reason why somebody is not let in, so that it says nothing. */
  static final Reply FORBIDDEN = new Reply(403, "not expected here\n");

  static final Reply OVER = new Reply(409, "this order is closed\n");

  /** Agents ask again. */
  static final Reply NOT_YET = new Reply(503, "not yet, ask again\n");

  static final Reply NOT_FOUND = new Reply(404, "nothing here\n");

  static final Reply OK = new Reply(200, "ok\n");

  static Reply badRequest(String text) {
    return new Reply(400, text + "\n");
  }
}
