package org.novabm.power.redfish;

import org.jspecify.annotations.Nullable;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import org.novabm.spi.Endpoint;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A session that was made.
 *
 * @param path where it is ended; null when the BMC does not say
 * @param trouble what is wrong with the place the BMC names, or null
 */
record OpenedSession(
    String token, @Nullable String path, BackendException.@Nullable ProtocolViolation trouble) {

  /**
   * Makes one. A BMC that has no room for it, or starts, is asked again within the deadline.
   *
   * @throws BackendException.Refused when the account is not let in
   */
  static OpenedSession make(
      BmcRequests requests, Endpoint bmc, String sessions, Pause pause, Deadline deadline) {
    ObjectNode account = JsonMapper.shared().createObjectNode();
    account.put("UserName", bmc.user()).put("Password", bmc.password().reveal());
    BmcRequest request = BmcRequest.post(sessions, account);
    while (true) {
      BmcAnswer answer = requests.ask(request, null, deadline);
      switch (Verdict.of(bmc.display(), "a login", answer)) {
        case Verdict.Done _ -> {
          return of(bmc, answer);
        }
        case Verdict.No(BackendException why, _) -> throw refused(bmc, sessions, answer, why);
        case Verdict.Later(BackendException why, var asked) -> {
          if (!pause.within(deadline, asked)) {
            throw why;
          }
        }
      }
    }
  }

  private static BackendException refused(
      Endpoint bmc, String sessions, BmcAnswer answer, BackendException why) {
    return switch (answer.status()) {
      case 404, 405 ->
          new BackendException.Refused(
              bmc.display(),
              "the BMC takes no login at %s (%s); switch its Redfish service on, or use another power manager"
                  .formatted(sessions, answer.complaint()));
      case 400, 401, 403 ->
          new BackendException.Refused(
              bmc.display(),
              "the BMC does not let user '%s' log in (%s); check user and password, and that the user may use Redfish"
                  .formatted(bmc.user(), answer.complaint()));
      default -> why;
    };
  }

  private static OpenedSession of(Endpoint bmc, BmcAnswer answer) {
    String token = answer.headers().firstValue(BmcRequests.TOKEN).orElse(null);
    if (token == null) {
      throw new BackendException.ProtocolViolation(
          bmc.display(), "it takes the login and gives no " + BmcRequests.TOKEN);
    }
    String location = answer.headers().firstValue("Location").orElse("");
    String told = answer.body() == null ? "" : AnswerText.text(answer.body(), "@odata.id");
    try {
      return new OpenedSession(token, place(bmc, location.isEmpty() ? told : location), null);
    } catch (BackendException.ProtocolViolation e) {
      return new OpenedSession(token, otherPlace(bmc, told), e);
    }
  }

  private static @Nullable String place(Endpoint bmc, String location) {
    return location.isEmpty() ? null : ResourcePath.ofLocation(bmc, location);
  }

  private static @Nullable String otherPlace(Endpoint bmc, String told) {
    try {
      return place(bmc, told);
    } catch (BackendException.ProtocolViolation e) {
      return null;
    }
  }

  /** A place that is none is told once the session can be ended. */
  void checkPlace() {
    if (trouble != null) {
      throw trouble;
    }
  }
}
