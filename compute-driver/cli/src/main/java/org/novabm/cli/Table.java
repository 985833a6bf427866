package org.novabm.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows under headings, each column as wide as its widest cell; the last one is not padded. */
final class Table {

  private static final String BOLD = "\u001b[1m";
  private static final String PLAIN = "\u001b[0m";

  private final List<List<String>> rows = new ArrayList<>();
  private final boolean coloured;

  Table(boolean coloured, String... headings) {
    this.coloured = coloured;
    rows.add(List.of(headings));
  }

  /** Numbers are set to the right. */
  void row(Object... cells) {
    List<String> texts = new ArrayList<>();
    for (Object cell : cells) {
      texts.add(String.valueOf(cell));
    }
    rows.add(List.copyOf(texts));
  }

  List<String> lines() {
    List<Column> columns =
        IntStream.range(0, rows.getFirst().size()).mapToObj(this::column).toList();
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        line.append(i == 0 ? "" : "  ").append(columns.get(i).pad(row.get(i)));
      }
      lines.add(line.toString().stripTrailing());
    }
    if (coloured) {
      lines.set(0, BOLD + lines.getFirst() + PLAIN);
    }
    return lines;
  }

  private Column column(int index) {
    List<String> cells = rows.stream().map(row -> row.get(index)).toList();
    boolean numbers =
        cells.size() > 1 && cells.stream().skip(1).allMatch(cell -> cell.matches("[0-9]+"));
    return new Column(cells.stream().mapToInt(Column::width).max().orElse(0), numbers);
  }

  private record Column(int widest, boolean numbers) {

    static int width(String cell) {
      return cell.codePointCount(0, cell.length());
    }

    String pad(String cell) {
      String blanks = " ".repeat(widest - width(cell));
      return numbers ? blanks + cell : cell + blanks;
    }
  }
}
