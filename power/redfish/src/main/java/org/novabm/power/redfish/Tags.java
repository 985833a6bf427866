package org.novabm.power.redfish;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The entity tags with which a resource was read (DSP0266, 6.5); empty where there is none.
 *
 * @param header of the answer
 * @param body of the resource, {@code @odata.etag}
 */
record Tags(String header, String body) {

  private static final int LONGEST = 500;

  static Tags of(BmcAnswer answer) {
    String body = answer.body() == null ? "" : AnswerText.text(answer.body(), "@odata.etag");
    return new Tags(answer.headers().firstValue("ETag").orElse(""), body);
  }

  /**
   * What If-Match may have to be, the usual first. BMCs that compare strongly never find a weak tag
   * equal, some compare without the quotes, and some find none equal to any; the last one is for
   * these. Where no tag is told, and one is demanded, any will do.
   */
  List<Optional<String>> spellings() {
    Set<String> told = new LinkedHashSet<>(List.of(header, body));
    told.removeIf(tag -> tag.isEmpty() || tag.length() > LONGEST);
    if (told.isEmpty()) {
      return List.of(Optional.empty(), Optional.of("*"));
    }
    Set<String> all = new LinkedHashSet<>(told);
    told.forEach(tag -> all.add(strong(tag)));
    told.forEach(tag -> all.add(strong(tag).replace("\"", "")));
    all.remove("");
    List<Optional<String>> spellings = new ArrayList<>();
    all.forEach(tag -> spellings.add(Optional.of(tag)));
    spellings.add(Optional.empty());
    return spellings;
  }

  private static String strong(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }
}
