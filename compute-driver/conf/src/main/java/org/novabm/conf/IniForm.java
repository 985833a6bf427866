package org.novabm.conf;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The INI form, as oslo.config's {@code iniparser} reads it: sections, {@code key = value} or
 * {@code key: value}, indented continuation lines, full-line comments by {@code #} or {@code ;}.
 * Unlike it, takes keys above the first section for those of {@code [DEFAULT]}, as the old
 * documents leave the section out.
 */
final class IniForm {

  private final String file;
  private final List<Assignment> assignments = new ArrayList<>();
  private final List<String> value = new ArrayList<>();
  private String group = OptionName.DEFAULT;
  private @Nullable OptionName pending;
  private int pendingLine;
  private int line;

  private IniForm(String file) {
    this.file = file;
  }

  /**
   * The assignments in the order of the file, repeated keys repeated.
   *
   * @throws ConfigException at the first line that is none of the forms
   */
  static List<Assignment> parse(String file, List<String> lines) {
    IniForm form = new IniForm(file);
    lines.forEach(form::accept);
    form.finish();
    return List.copyOf(form.assignments);
  }

  private void accept(String raw) {
    line++;
    String text = PythonBlanks.stripTrailing(raw);
    if (text.isEmpty()) {
      finish();
    } else if (text.startsWith(" ") || text.startsWith("\t")) {
      continueValue(text);
    } else {
      finish();
      begin(text);
    }
  }

  private void begin(String text) {
    if (text.startsWith("[")) {
      group = section(text);
    } else if (LeftOut.is(text)) {
      assignments.add(LeftOut.at(new Origin(file, line)));
    } else if (!text.startsWith("#") && !text.startsWith(";")) {
      assign(text);
    }
  }

  private void continueValue(String text) {
    if (pending == null) {
      throw fault(
          "an indented line continues a value, and there is none above it; remove the blanks");
    }
    value.add(PythonBlanks.stripLeading(text));
  }

  private String section(String text) {
    if (!text.endsWith("]")) {
      throw fault("a section line must end with ]; comments stand on lines of their own");
    }
    if (text.length() == 2) {
      throw fault("a section needs a name between [ and ]");
    }
    return text.substring(1, text.length() - 1);
  }

  private void assign(String text) {
    int split = separator(text);
    if (split < 0) {
      throw fault("neither a [section] nor a key = value line");
    }
    String key = PythonBlanks.strip(text.substring(0, split));
    if (key.isEmpty()) {
      throw fault("a value without a key; write key = value");
    }
    pending = new OptionName(group, key);
    pendingLine = line;
    value.add(unquote(PythonBlanks.strip(text.substring(split + 1))));
  }

  private static int separator(String text) {
    int colon = text.indexOf(':');
    int equal = text.indexOf('=');
    return colon < 0 || equal < 0 ? Math.max(colon, equal) : Math.min(colon, equal);
  }

  private static String unquote(String text) {
    if (text.startsWith("\"") || text.startsWith("'")) {
      boolean closed = text.charAt(text.length() - 1) == text.charAt(0);
      return closed ? text.substring(1, Math.max(1, text.length() - 1)) : text;
    }
    return text;
  }

  private void finish() {
    if (pending != null) {
      assignments.add(
          new Assignment(pending, String.join("\n", value), new Origin(file, pendingLine)));
    }
    pending = null;
    value.clear();
  }

  private ConfigException fault(String fault) {
    return new ConfigException(new Origin(file, line), fault);
  }
}
