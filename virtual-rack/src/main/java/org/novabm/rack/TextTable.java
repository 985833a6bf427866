package org.novabm.rack;

import java.util.ArrayList;
import java.util.List;

/** Rows of words in aligned columns. */
final class TextTable {

  private final List<List<String>> rows = new ArrayList<>();
  private final int[] widths;

  TextTable(String... titles) {
    widths = new int[titles.length];
    row(titles);
  }

  /** Adds a row; it has as many cells as there are titles. */
  void row(String... cells) {
    if (cells.length != widths.length) {
      throw new IllegalArgumentException(
          "%d cells in a table of %d columns".formatted(cells.length, widths.length));
    }
    for (int column = 0; column < cells.length; column++) {
      widths[column] = Math.max(widths[column], cells[column].length());
    }
    rows.add(List.of(cells));
  }

  /** All rows, each with its line end. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      text.append(line(row).stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private StringBuilder padded(StringBuilder line, String cell, int width) {
    return line.append(cell).append(" ".repeat(width - cell.length() + 2));
  }

  private String line(List<String> row) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      padded(line, row.get(column), widths[column]);
    }
    return line.toString();
  }
}
