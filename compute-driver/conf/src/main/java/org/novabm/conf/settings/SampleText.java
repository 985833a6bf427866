package org.novabm.conf.settings;

import org.novabm.spi.settings.SettingDescription;

/** The text of a sample file: all options with their defaults, in comments. */
public final class SampleText {

  private static final int WIDTH = 96;

  private final StringBuilder text;

  /**
   * A sample.
   *
   * @param head what stands above all groups, lines that begin with {@code #}
   */
  public SampleText(String head) {
    this.text = new StringBuilder(head);
  }

  /** The options that follow are in this group. */
  public SampleText group(String name) {
    text.append("\n[").append(name).append("]\n");
    return this;
  }

  /**
   * One option.
   *
   * @param kind what its text can be
   * @param more sentences after that
   */
  public SampleText option(SettingDescription option, String kind, String... more) {
    text.append('\n');
    comment(option.help());
    comment("Kind: " + kind + ".");
    for (String sentence : more) {
      comment(sentence);
    }
    text.append(("#" + option.key() + " = " + option.byDefault()).stripTrailing()).append('\n');
    return this;
  }

  /** As it is. */
  SampleText lines(String lines) {
    text.append(lines);
    return this;
  }

  private void comment(String sentence) {
    text.append('#');
    int column = 1;
    for (String word : sentence.split(" ", -1)) {
      if (column > 1 && column + 1 + word.length() > WIDTH) {
        text.append("\n#");
        column = 1;
      }
      text.append(' ').append(word);
      column += 1 + word.length();
    }
    text.append('\n');
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
