package org.novabm.power.redfish;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.novabm.spi.BackendException;
import org.novabm.spi.Deadline;
import tools.jackson.databind.JsonNode;

/** The members of a collection, which may come in pages (DSP0266, 9.6.3). */
final class Members {

  private static final int MOST = 256;
  private static final int MOST_PAGES = 64;

  private final RedfishSession session;
  private final List<String> paths = new ArrayList<>();

  private Members(RedfishSession session) {
    this.session = session;
  }

  /**
   * Their paths, checked.
   *
   * @param path of the collection, checked
   * @throws BackendException.ProtocolViolation when there are more than 256 members or 64 pages, or
   *     one is elsewhere, or a page is its own next
   */
  static List<String> of(RedfishSession session, String path, Deadline deadline) {
    Members members = new Members(session);
    members.readAll(path, deadline);
    return members.paths;
  }

  private void readAll(String path, Deadline deadline) {
    Set<String> pages = new HashSet<>();
    String next = path;
    while (!next.isEmpty()) {
      if (!pages.add(next) || pages.size() > MOST_PAGES) {
        throw violation("the pages of collection %s have no end".formatted(path));
      }
      JsonNode page = session.get(next, deadline).body();
      add(page);
      String link = AnswerText.text(page, "Members@odata.nextLink");
      next = link.isEmpty() ? "" : session.page(link);
    }
  }

  private void add(JsonNode page) {
    for (JsonNode member : page.path("Members")) {
      if (paths.size() == MOST) {
        throw violation("a collection has more than %d members".formatted(MOST));
      }
      paths.add(session.path(member.path("@odata.id").asString("")));
    }
  }

  private BackendException.ProtocolViolation violation(String what) {
    return new BackendException.ProtocolViolation(session.name(), what);
  }
}
