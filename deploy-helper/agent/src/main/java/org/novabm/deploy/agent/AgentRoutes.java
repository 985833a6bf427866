package org.novabm.deploy.agent;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novabm.deploy.agent.http.Answer;
import org.novabm.deploy.agent.http.Asked;

/** {@code /agent/...}: first contact, and all that a session may do. */
final class AgentRoutes {

  private static final Pattern SESSION = Pattern.compile("/agent/([0-9a-f-]{36})/([a-z-]{1,20})");

  private final HelloDesk hellos;
  private final SessionDesk sessions;
  private final SessionContents contents;

  AgentRoutes(HelloDesk hellos, SessionDesk sessions, SessionContents contents) {
    this.hellos = hellos;
    this.sessions = sessions;
    this.contents = contents;
  }

  Answer answer(Asked asked) {
    if (asked.path().equals("/agent/hello")) {
      boolean post = asked.method().equals("POST");
      return Answers.of(post ? hello(asked) : TextReply.NOT_FOUND);
    }
    Matcher session = SESSION.matcher(asked.path());
    return session.matches()
        ? inSession(asked, UUID.fromString(session.group(1)), session.group(2))
        : Answers.of(TextReply.NOT_FOUND);
  }

  private TextReply hello(Asked asked) {
    return hellos.hello(AgentHello.parse(FormBody.parse(asked.body())), asked.client());
  }

  private Answer inSession(Asked asked, UUID deployment, String what) {
    SessionCall call =
        new SessionCall(deployment, asked.header("x-novabm-session"), asked.client());
    return switch (asked.method() + " " + what) {
      case "GET image", "HEAD image" -> contents.image(call);
      case "GET config-drive", "HEAD config-drive" -> contents.configDrive(call);
      case "POST progress" -> Answers.of(sessions.progress(call, FormBody.parse(asked.body())));
      case "POST done" -> Answers.of(sessions.done(call, FormBody.parse(asked.body())));
      case "POST failed" -> Answers.of(sessions.failed(call, FormBody.parse(asked.body())));
      default -> Answers.of(TextReply.NOT_FOUND);
    };
  }
}
