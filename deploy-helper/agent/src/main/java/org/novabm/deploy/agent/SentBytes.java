package org.novabm.deploy.agent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which bytes of a file somebody was sent, in whatever order and however often. Of more than
 * {@value #MOST} separate pieces the smallest is forgotten: it has to be sent again.
 *
 * @param pieces in their order; none touches another
 */
record SentBytes(List<Piece> pieces) {

  static final SentBytes NONE = new SentBytes(List.of());

  private static final int MOST = 24;

  /**
   * The bytes from one offset to another.
   *
   * @param to behind the last one
   */
  record Piece(long from, long to) {
    long length() {
      return to - from;
    }
  }

  SentBytes {
    pieces = List.copyOf(pieces);
  }

  /** With the bytes from {@code from} to before {@code to}; there may be none. */
  SentBytes with(long from, long to) {
    if (from >= to) {
      return this;
    }
    List<Piece> all = new ArrayList<>(pieces);
    all.add(new Piece(from, to));
    all.sort(Comparator.comparingLong(Piece::from));
    List<Piece> joined = joined(all);
    if (joined.size() > MOST) {
      joined.remove(joined.stream().min(Comparator.comparingLong(Piece::length)).orElseThrow());
    }
    return new SentBytes(joined);
  }

  private static List<Piece> joined(List<Piece> sorted) {
    List<Piece> joined = new ArrayList<>();
    for (Piece piece : sorted) {
      Piece last = joined.isEmpty() ? null : joined.getLast();
      if (last != null && piece.from() <= last.to()) {
        joined.set(joined.size() - 1, new Piece(last.from(), Math.max(last.to(), piece.to())));
      } else {
        joined.add(piece);
      }
    }
    return joined;
  }

  /** How many bytes, each counted once. */
  long count() {
    return pieces.stream().mapToLong(Piece::length).sum();
  }

  /** Whether nothing of a file of this length is missing. */
  boolean isAll(long length) {
    return length == 0
        || pieces.stream().anyMatch(piece -> piece.from() <= 0 && piece.to() >= length);
  }

  String encoded() {
    return pieces.stream()
        .map(piece -> piece.from() + "-" + piece.to())
        .collect(Collectors.joining(","));
  }

  static SentBytes parse(String text) {
    return new SentBytes(
        Arrays.stream(text.split(",", -1))
            .filter(piece -> !piece.isEmpty())
            .map(SentBytes::piece)
            .toList());
  }

  private static Piece piece(String text) {
    int dash = text.indexOf('-');
    return new Piece(
        Long.parseLong(text.substring(0, dash)), Long.parseLong(text.substring(dash + 1)));
  }
}
