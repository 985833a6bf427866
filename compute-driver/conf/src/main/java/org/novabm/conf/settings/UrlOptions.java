package org.novabm.conf.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.novabm.conf.Assignment;
import org.novabm.conf.NovaConfFile;
import org.novabm.conf.OptionName;
import org.novabm.conf.Reading;

/**
 * The options of {@code [oslo_messaging_rabbit]} that stand behind the question mark of {@code
 * transport_url}; oslo.messaging lets them win over those of the files.
 */
final class UrlOptions {

  private UrlOptions() {}

  /** As if they stood in a last file, in the line of the URL. */
  static NovaConfFile of(Reading transportUrl) {
    List<Assignment> assignments = new ArrayList<>();
    pairs(TransportUrlParser.query(transportUrl.secret()))
        .forEach(
            (key, values) ->
                assignments.add(
                    new Assignment(
                        new OptionName(MessagingSettings.RABBIT, key),
                        // the references of the URL are replaced already
                        String.join(",", values).replace("$", "$$"),
                        transportUrl.origin())));
    return new NovaConfFile(transportUrl.origin().file(), assignments);
  }

  /** As Python's parse_qs: a key without a value counts for nothing. */
  private static Map<String, List<String>> pairs(String query) {
    Map<String, List<String>> pairs = new LinkedHashMap<>();
    for (String piece : query.split("&", -1)) {
      int equal = piece.indexOf('=');
      if (equal > 0 && equal < piece.length() - 1) {
        pairs
            .computeIfAbsent(decoded(piece.substring(0, equal)), key -> new ArrayList<>())
            .add(decoded(piece.substring(equal + 1)));
      }
    }
    return pairs;
  }

  private static String decoded(String text) {
    return UrlHost.decode(text.replace('+', ' '));
  }
}
