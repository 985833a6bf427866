package org.novabm.rack.redfish;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.novabm.rack.redfish.TagTraits.Place;
import tools.jackson.databind.node.ObjectNode;

/** The tag of the machine's resource, which is another one after each change. */
final class EntityTag {

  private final TagTraits traits;
  private final AtomicInteger version = new AtomicInteger(1);
  private final AtomicInteger others;

  EntityTag(TagTraits traits) {
    this.traits = traits;
    this.others = new AtomicInteger(traits.others());
  }

  void next() {
    version.incrementAndGet();
  }

  private String strong() {
    return "\"" + version.get() + "\"";
  }

  private String told() {
    return (traits.weak() ? "W/" : "") + strong();
  }

  /** The answer with the tag where it is told. */
  RedfishReply tagged(ObjectNode resource) {
    if (traits.place() == Place.BODY || traits.place() == Place.BOTH) {
      resource.put("@odata.etag", told());
    }
    RedfishReply reply = RedfishReply.of(resource);
    return traits.place() == Place.HEADER || traits.place() == Place.BOTH
        ? reply.with("ETag", told())
        : reply;
  }

  /** Null when the change may be done. */
  @Nullable RedfishReply refusal(@Nullable String ifMatch) {
    if (others.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      next();
    }
    if (ifMatch == null) {
      return switch (traits.match()) {
        case REQUIRED ->
            RedfishReply.error(428, "Base.1.8.PreconditionRequired", "If-Match has to be sent.");
        case REQUIRED_412 -> failed();
        case OPTIONAL, STRONG, BARE, NEVER -> null;
      };
    }
    return matches(ifMatch) ? null : failed();
  }

  private boolean matches(String ifMatch) {
    return switch (traits.match()) {
      case OPTIONAL, REQUIRED, REQUIRED_412 -> ifMatch.equals("*") || ifMatch.equals(told());
      case STRONG -> ifMatch.equals("*") || ifMatch.equals(strong());
      case BARE -> ifMatch.equals("" + version.get());
      case NEVER -> false;
    };
  }

  private static RedfishReply failed() {
    return RedfishReply.error(412, "Base.1.8.PreconditionFailed", "The resource has another tag.");
  }
}
