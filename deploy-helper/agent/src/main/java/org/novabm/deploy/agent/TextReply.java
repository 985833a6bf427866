package org.novabm.deploy.agent;

/**
 * An answer of text.
 *
 * @param status the HTTP status
 * @param text with its line end
 */
record TextReply(int status, String text) {

  /** One line for every reason why somebody is not let in, so that it says nothing. */
  static final TextReply FORBIDDEN = new TextReply(403, "not expected here\n");

  static final TextReply OVER = new TextReply(409, "this order is closed\n");

  /** Agents ask again. */
  static final TextReply NOT_YET = new TextReply(503, "not yet, ask again\n");

  static final TextReply NOT_FOUND = new TextReply(404, "nothing here\n");

  static final TextReply OK = new TextReply(200, "ok\n");

  static TextReply badRequest(String text) {
    return new TextReply(400, text + "\n");
  }
}
