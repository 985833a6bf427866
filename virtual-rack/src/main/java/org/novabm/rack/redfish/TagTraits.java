package org.novabm.rack.redfish;

import org.novabm.rack.profile.Traits;

/**
 * How a resource is tagged, and how a change's If-Match is compared with it (RFC 9110, 13.1.1).
 *
 * @param place where the tag is told
 * @param weak whether it is a weak one
 * @param match what is taken for it
 * @param others how often somebody else changes the resource just before a change comes
 */
record TagTraits(Place place, boolean weak, Match match, int others) {

  enum Place {
    HEADER,
    /** As {@code @odata.etag} alone. */
    BODY,
    BOTH,
    NONE
  }

  enum Match {
    /** The tag as told, or none. */
    OPTIONAL,
    /** None is refused with 428. */
    REQUIRED,
    /** None is refused with 412. */
    REQUIRED_412,
    /** Weak ones never match, as the standard says; the strong one of the same letters does. */
    STRONG,
    /** The letters between the quotes. */
    BARE,
    /** Nothing matches; a change without the header is taken. */
    NEVER
  }

  static TagTraits of(Traits traits) {
    return new TagTraits(
        traits.one(Place.class, "tag"),
        traits.yes("tag-weak"),
        traits.one(Match.class, "match"),
        traits.number("others-change"));
  }
}
