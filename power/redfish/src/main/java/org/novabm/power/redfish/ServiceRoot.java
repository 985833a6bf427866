package org.novabm.power.redfish;

import org.novabm.spi.Deadline;
import org.novabm.spi.Endpoint;
import tools.jackson.databind.JsonNode;

/**
 * Where a BMC has what everything begins with (DSP0266, 6.2): as its service root says, and where
 * they usually are when it says nothing.
 *
 * @param sessions path to which a login is posted
 * @param systems path of the collection of machines
 */
record ServiceRoot(String sessions, String systems) {

  private static final String PATH = "/redfish/v1/";
  private static final String SESSIONS = PATH + "SessionService/Sessions";
  private static final String SYSTEMS = PATH + "Systems";

  /** Reads it; nobody needs to be logged in for that. */
  static ServiceRoot read(BmcRequests requests, Endpoint bmc, Deadline deadline) {
    BmcAnswer answer = requests.ask(BmcRequest.get(PATH), null, deadline);
    JsonNode root = answer.body();
    return answer.isGood() && root != null
        ? new ServiceRoot(
            link(bmc, root.path("Links").path("Sessions"), SESSIONS),
            link(bmc, root.path("Systems"), SYSTEMS))
        : new ServiceRoot(SESSIONS, SYSTEMS);
  }

  private static String link(Endpoint bmc, JsonNode node, String usual) {
    String link = AnswerText.text(node, "@odata.id");
    return link.isEmpty() ? usual : ResourcePath.of(bmc, link);
  }
}
