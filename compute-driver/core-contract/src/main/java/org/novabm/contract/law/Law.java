package org.novabm.contract.law;

/** What every step is held to. */
enum Law {
  RUNS("runs", "It is run in each plan that contains it, and on each way back, and is done."),
  HONEST(
      "says what it leaves",
      "A step that names no undo leaves nothing that somebody must take back; an undo is a step that needs none."),
  TWICE("run twice", "Run again right after it was done, it has the same end; so has an undo."),
  FAILS(
      "fails",
      "It fails before it did anything, and after it did all: nothing is left behind, or the node is held and a destroy leaves nothing."),
  UNBEGUN("never began", "Its undo is run where the step never began, twice, and does no harm."),
  DIES(
      "process dies in it",
      "The process dies before it did anything, and after it did all: another one comes to the same end."),
  WRITES(
      "process dies at a write",
      "The process dies at each write of its plans, whether they succeed, wait before any of their steps, or fail at any of them, before and after it: another one comes to the same end, or takes back all that may have begun; and a destroy leaves nothing."),
  GIVEN_UP(
      "given up",
      "The task is cancelled, or its instance destroyed, while the step waits and while it runs: nothing is left behind."),
  DISOBEYED(
      "devices disobey",
      "Devices refuse, are silent, do nothing, do it and say that they did not, or do it late: the end is the usual one, or a failure that leaves nothing behind.");

  final String title;
  final String words;

  Law(String title, String words) {
    this.title = title;
    this.words = words;
  }
}
