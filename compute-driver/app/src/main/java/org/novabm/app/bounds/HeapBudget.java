package org.novabm.app.bounds;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.novabm.spi.MemoryBound;

/**
 * All bounds of a process beside its heap. What others can make us hold stays below a quarter of
 * it, so that the rest is there for the work, whatever they do.
 *
 * @param bounds what each kind of peer can make us hold
 * @param heapBytes the most that the heap can grow to
 */
public record HeapBudget(List<MemoryBound> bounds, long heapBytes) {

  private static final int PART = 4;
  private static final double MIB = 1 << 20;

  /** How many of the largest are named when there are too many. */
  private static final int NAMED = 3;

  public HeapBudget {
    bounds = List.copyOf(bounds);
  }

  /** These bounds in this process. */
  public static HeapBudget of(List<MemoryBound> bounds) {
    return new HeapBudget(bounds, Runtime.getRuntime().maxMemory());
  }

  /** Bytes that all of them together can take. */
  public long bytes() {
    return bounds.stream().mapToLong(MemoryBound::bytes).sum();
  }

  /**
   * Lets a process start.
   *
   * @throws IllegalArgumentException when they add up to more than a quarter of the heap; says
   *     which are the largest, and which heap they need
   */
  public HeapBudget required() {
    if (bytes() > heapBytes / PART) {
      throw new IllegalArgumentException(
          "what others can make this process hold adds up to %d MiB, and a quarter of its heap is %d; start it with NOVA_HEAP=%dm, or lower %s"
              .formatted(mebibytes(bytes()), (heapBytes / PART) >> 20, heapNeeded(), largest()));
    }
    return this;
  }

  /** A table of Markdown, the largest first; its last line has the sum. */
  public String table() {
    StringBuilder table =
        new StringBuilder("| who holds it | how many | KiB each | MiB | setting |\n");
    table.append("|---|--:|--:|--:|---|\n");
    largestFirst()
        .forEach(
            bound ->
                table.append(
                    String.format(
                        Locale.ROOT,
                        "| %s | %d | %d | %.1f | `%s` |\n",
                        bound.what(),
                        bound.holders(),
                        (bound.bytesEach() + 1023) >> 10,
                        bound.bytes() / MIB,
                        bound.setting())));
    return table
        .append(
            String.format(
                Locale.ROOT,
                "| together, less than a quarter of the heap | | | %.1f | `NOVA_HEAP` |\n",
                bytes() / MIB))
        .toString();
  }

  @Override
  public String toString() {
    return "others can make this process hold %d of %d MiB heap at most"
        .formatted(mebibytes(bytes()), heapBytes >> 20);
  }

  /** A little more than four times the sum, for the collector keeps a part to itself. */
  private long heapNeeded() {
    return mebibytes(bytes()) * PART * 105 / 100 + 1;
  }

  private String largest() {
    return largestFirst()
        .limit(NAMED)
        .map(bound -> "%s (%d MiB)".formatted(bound.setting(), mebibytes(bound.bytes())))
        .collect(Collectors.joining(", "));
  }

  private Stream<MemoryBound> largestFirst() {
    return bounds.stream().sorted(Comparator.comparingLong(MemoryBound::bytes).reversed());
  }

  private static long mebibytes(long bytes) {
    return (bytes + (1 << 20) - 1) >> 20;
  }
}
