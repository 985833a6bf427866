package org.novabm.rest.v1;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists and maps of an answer of a service that does not have them yet. */
final class Absent {

  private Absent() {}

  static <T> List<T> orEmpty(@Nullable List<T> read) {
    return read == null ? List.of() : read;
  }

  static <T> Map<String, T> orEmpty(@Nullable Map<String, T> read) {
    return read == null ? Map.of() : read;
  }
}
