package org.novabm.rack.redfish;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Collections in pages (DSP0266, 7.3 and 9.6.3): each but the last has a link to the next. They are
 * in reverse then, so that whoever reads one page does not find what comes first else.
 *
 * @param size members of one page; 0 for all
 */
record CollectionPages(int size) {

  private static final String SKIP = "$skip=";

  /** Takes all members but those of the page that is asked for. */
  ObjectNode page(ObjectNode collection, RedfishRequest request) {
    if (size == 0) {
      return collection;
    }
    List<JsonNode> all = collection.withArray("Members").valueStream().toList().reversed();
    int from = Math.min(skipped(request.query()), all.size());
    int to = Math.min(from + size, all.size());
    collection.putArray("Members").addAll(all.subList(from, to));
    if (to < all.size()) {
      collection.put("Members@odata.nextLink", request.path() + "?" + SKIP + to);
    }
    return collection;
  }

  private static int skipped(String query) {
    return query.startsWith(SKIP) ? Integer.parseInt(query.substring(SKIP.length())) : 0;
  }
}
