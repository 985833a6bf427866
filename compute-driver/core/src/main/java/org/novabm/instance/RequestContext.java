package org.novabm.instance;

/**
 * Who asked, as the message's context says; passed on in notifications.
 *
 * @param requestId for example {@code req-...}; may be empty
 * @param project tenant or project id; may be empty
 * @param user user id; may be empty
 */
public record RequestContext(String requestId, String project, String user) {

  /** Nobody in particular. */
  public static final RequestContext NONE = new RequestContext("", "", "");
}
