package org.novabm.rack.redfish;

import java.util.List;

/**
 * Where things are, and how it shows when they are asked for elsewhere.
 *
 * @param systems ids; the first is the machine, and others have their SystemType behind a colon
 * @param sessions path of the collection of sessions
 * @param slash status that sends paths without a slash at their end to those with one; 0 for none
 * @param slashLinks whether links have that slash
 * @param slashTo what goes before the path where it sends to; empty for the path alone
 */
record BmcLayout(
    List<String> systems, String sessions, int slash, boolean slashLinks, String slashTo) {

  static final String ROOT = "/redfish/v1";
  static final String SYSTEMS = ROOT + "/Systems";

  static BmcLayout of(Traits traits) {
    return new BmcLayout(
        traits.words("systems"),
        traits.text("sessions"),
        traits.number("slash"),
        traits.one(YesNo.class, "slash-links") == YesNo.YES,
        traits.text("slash-to"));
  }

  String system() {
    return SYSTEMS + "/" + systems.getFirst();
  }

  boolean sendsOn(String path) {
    return slash != 0 && !path.endsWith("/");
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
