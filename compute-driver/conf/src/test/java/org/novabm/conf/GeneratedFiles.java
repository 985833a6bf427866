package org.novabm.conf;

import java.util.List;
import java.util.Random;

/** Files that come near every rule of the form, the same ones at every run. */
final class GeneratedFiles {

  private static final List<String> PIECES =
      List.of(
          "x", "y z", " ", "\"", "'", "$a", "${b}", "$g.a", "${g.b}", "$$", "\\$", "$", "${", "$1",
          "=", ":", ",", ",,", "#", ";", "é", "\u00a0", "\u0085", "\\", "]", "[q]", "${a}.", "1");

  private static final List<String> ODD_PIECES = List.of("$zz", "${zz.y}", "$a.b", "$n", "$b.");

  private static final List<String> LINES =
      List.of(
          "",
          "   ",
          "# note = 1",
          "; note",
          "#",
          "[g]",
          "[G]",
          "[DEFAULT]",
          "[DEFAULT]",
          "[g]  ",
          "i = 5",
          "i = -7",
          "i=+3",
          "i =",
          "i = ' 9 '",
          "i = x",
          "t = Yes",
          "t: off",
          "t = maybe",
          "t =",
          "t = ON",
          "l = a, b ,c",
          "l = ,a,,b,",
          "l=",
          "d = a:1, b:2:3",
          "d = a:1,b,c:2",
          "d = a",
          "d = a:1,a:2",
          "d = :1",
          "d =",
          "m = 1",
          "m = 2",
          "m: 3",
          "[default]",
          "[ g ]");

  private static final List<String> WRONG =
      List.of("[g", "[]", "[g] # x", "word", "= 1", ": 1", "  = 1");

  private static final List<String> KEYS =
      List.of("a", "b", "a ", "m", "l", "old", "older", "n", "oldm", "nm", "A", "other key");

  private final Random random;

  GeneratedFiles(long seed) {
    this.random = new Random(seed);
  }

  String next() {
    // oslo.config refuses keys above the first section, and we do not
    StringBuilder text = new StringBuilder("[DEFAULT]");
    String end = chance(5) ? "\r\n" : "\n";
    int lines = random.nextInt(14);
    for (int i = 0; i < lines; i++) {
      text.append(end).append(line());
    }
    return text.append(chance(2) ? end : "").toString();
  }

  private String line() {
    if (chance(60)) {
      return one(WRONG);
    }
    return switch (random.nextInt(10)) {
      case 0, 1, 2, 3 -> one(KEYS) + one(List.of("=", " = ", ": ", " =")) + value();
      case 4 -> one(List.of(" ", "\t", "  ")) + value();
      default -> one(LINES);
    };
  }

  private String value() {
    StringBuilder value = new StringBuilder();
    int pieces = random.nextInt(5);
    for (int i = 0; i < pieces; i++) {
      value.append(one(chance(25) ? ODD_PIECES : PIECES));
    }
    return value.toString();
  }

  private String one(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }

  private boolean chance(int outOf) {
    return random.nextInt(outOf) == 0;
  }
}
