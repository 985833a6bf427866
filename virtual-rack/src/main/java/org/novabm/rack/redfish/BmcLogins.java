package org.novabm.rack.redfish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sessions (DSP0266, 13.3.4) and basic authentication. */
final class BmcLogins {

  private static final String SERVICE = BmcLayout.ROOT + "/SessionService";

  private final BmcLayout layout;
  private final RedfishLies lies;
  private final BusyAnswers busyLogins;
  private final BusyAnswers busyFarewells;
  private final Set<String> tokens = ConcurrentHashMap.newKeySet();

  BmcLogins(RedfishProfile profile, RedfishLies lies) {
    this.layout = profile.layout();
    this.lies = lies;
    this.busyLogins = new BusyAnswers(profile.busy().logins());
    this.busyFarewells = new BusyAnswers(profile.busy().farewells());
  }

  int count() {
    return tokens.size();
  }

  void forget() {
    tokens.clear();
  }

  boolean isKnown(RedfishRequest request) {
    String token = request.header("X-Auth-Token");
    String account = SimulatedRedfish.USER + ":" + SimulatedRedfish.PASSWORD;
    String basic = "Basic " + Base64.getEncoder().encodeToString(account.getBytes(UTF_8));
    return (token != null && tokens.contains(token))
        || basic.equals(request.header("Authorization"));
  }

  /** Null when it is no login. */
  @Nullable RedfishReply login(RedfishRequest request) {
    if (request.is("POST", layout.sessions())) {
      RedfishReply busy = busyLogins.next();
      return busy == null ? logIn(request) : busy;
    }
    return request.method().equals("POST") && request.path().endsWith("/Sessions")
        ? RedfishReply.error(400, "Base.1.2.GeneralError", "Bad request.")
        : null;
  }

  private RedfishReply logIn(RedfishRequest request) {
    if (!request.body().path("UserName").asString("").equals(SimulatedRedfish.USER)
        || !request.body().path("Password").asString("").equals(SimulatedRedfish.PASSWORD)) {
      return RedfishReply.error(401, "Base.1.8.InsufficientPrivilege", "The account is not known.");
    }
    String token = UUID.randomUUID().toString();
    tokens.add(token);
    String path = layout.sessions() + "/" + token;
    ObjectNode session = JsonMapper.shared().createObjectNode();
    session.put("@odata.id", path).put("Id", token).put("UserName", SimulatedRedfish.USER);
    return new RedfishReply(201, session.toString(), Map.of(), true)
        .with("X-Auth-Token", lies.headerOf("X-Auth-Token", token))
        .with("Location", lies.headerOf("Location", path));
  }

  /** Null when it is about something else. */
  @Nullable RedfishReply answer(RedfishRequest request) {
    if (request.is("GET", SERVICE)) {
      return RedfishReply.of(service());
    }
    String prefix = layout.sessions() + "/";
    if (!request.method().equals("DELETE") || !request.path().startsWith(prefix)) {
      return null;
    }
    RedfishReply busy = busyFarewells.next();
    if (busy != null) {
      return busy;
    }
    return tokens.remove(request.path().substring(prefix.length())) ? RedfishReply.DONE : null;
  }

  private ObjectNode service() {
    ObjectNode service = JsonMapper.shared().createObjectNode();
    service.put("@odata.id", SERVICE);
    service.put("@odata.type", "#SessionService.v1_1_8.SessionService");
    service.put("Id", "SessionService").put("Name", "Sessions").put("ServiceEnabled", true);
    service.putObject("Sessions").put("@odata.id", layout.sessions());
    return service;
  }
}
