package org.novabm.rack.redfish;

import java.util.List;
import org.novabm.rack.profile.Traits;

/**
 * Where things are, and how it shows when they are asked for elsewhere.
 *
 * @param systems ids; the first is the machine, and others have their SystemType behind a colon
 * @param sessions path of the collection of sessions
 * @param slash status that sends paths without a slash at their end to those with one; 0 for none
 * @param slashLinks whether links have that slash
 * @param slashTo what goes before the path where it sends to; empty for the path alone
 * @param slashQuery what goes behind it, unless there is a query already
 * @param pages how collections come
 * @param managers of the machine, as it names them
 */
record BmcLayout(
    List<String> systems,
    String sessions,
    int slash,
    boolean slashLinks,
    String slashTo,
    String slashQuery,
    CollectionPages pages,
    List<Manager> managers) {

  static final String ROOT = "/redfish/v1";
  static final String SYSTEMS = ROOT + "/Systems";

  enum ManagerKind {
    /** The machine's own. */
    MACHINE,
    /** Without virtual media. */
    BARE,
    /** Named, and not there. */
    MISSING,
    /** With virtual media for other machines. */
    ENCLOSURE
  }

  record Manager(String id, ManagerKind kind) {

    static Manager of(String word) {
      int colon = word.indexOf(':');
      return colon < 0
          ? new Manager(word, ManagerKind.MACHINE)
          : new Manager(word.substring(0, colon), kind(word.substring(colon + 1)));
    }

    private static ManagerKind kind(String word) {
      return switch (word) {
        case "bare" -> ManagerKind.BARE;
        case "missing" -> ManagerKind.MISSING;
        case "enclosure" -> ManagerKind.ENCLOSURE;
        default ->
            throw new IllegalArgumentException(
                "manager '" + word + "' is none of bare, missing, enclosure");
      };
    }
  }

  static BmcLayout of(Traits traits) {
    return new BmcLayout(
        traits.words("systems"),
        traits.text("sessions"),
        traits.number("slash"),
        traits.yes("slash-links"),
        traits.text("slash-to"),
        traits.text("slash-query"),
        new CollectionPages(traits.number("page")),
        traits.words("managers").stream().map(Manager::of).toList());
  }

  String system() {
    return SYSTEMS + "/" + systems.getFirst();
  }

  boolean sendsOn(String path) {
    return slash != 0 && !path.endsWith("/");
  }

  /** Where a request without the slash is sent. */
  String placeOf(RedfishRequest request) {
    String query = request.query().isEmpty() ? slashQuery : "?" + request.query();
    return slashTo + request.asked() + "/" + query;
  }

  /** A body, with the slash that its links have. */
  String linked(String body) {
    return slashLinks
        ? body.replaceAll(
            "\"(@odata.id|target|@Redfish.ActionInfo)\":\"(/redfish[^\"]*[^/\"])\"",
            "\"$1\":\"$2/\"")
        : body;
  }
}
