package org.novabm.power.redfish;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Bodies as no BMC should send them: two in three are changed. */
final class Mutation {

  private static final List<String> WORDS =
      List.of("null", "[]", "{}", "-1e999", "\"\"", "\"\\u0000\"", "true", "[[[[", "\"/..\"");

  private Mutation() {}

  static byte[] of(byte[] body, Random random) {
    byte[] lie = body.clone();
    switch (random.nextInt(6)) {
      case 0 -> {
        for (int i = 0; i <= random.nextInt(8); i++) {
          lie[random.nextInt(lie.length)] = (byte) random.nextInt();
        }
      }
      case 1 -> lie = Arrays.copyOf(lie, random.nextInt(lie.length));
      case 2 -> lie = replaced(body, random).getBytes(StandardCharsets.UTF_8);
      case 3 -> lie = WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
      default -> {}
    }
    return lie;
  }

  /** A value gives way to another. */
  private static String replaced(byte[] body, Random random) {
    String text = new String(body, StandardCharsets.UTF_8);
    int colon = text.indexOf(':', random.nextInt(text.length()));
    int end = colon < 0 ? -1 : text.indexOf(',', colon);
    return end < 0
        ? text
        : text.substring(0, colon + 1)
            + WORDS.get(random.nextInt(WORDS.size()))
            + text.substring(end);
  }
}
