package org.novabm.rack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void columnsAreAsWideAsTheirWidestCell() {
    TextTable table = new TextTable("NODE", "POWER");
    table.row("node10", "on");
    assertThat(table).hasToString("NODE    POWER\nnode10  on\n");
  }

  @Test
  void aRowHasAllItsCells() {
    TextTable table = new TextTable("NODE", "POWER");
    assertThatThrownBy(() -> table.row("node1")).hasMessage("1 cells in a table of 2 columns");
  }
}
