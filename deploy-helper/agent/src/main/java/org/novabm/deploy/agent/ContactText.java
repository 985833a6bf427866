package org.novabm.deploy.agent;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A contact as the state of a job: a line {@value #FORMAT}, then one line for each thing that is
 * known, {@code name value}. A backslash in a value is written twice, and a line's end as {@code
 * \n}.
 */
final class ContactText {

  /**
   * A release that needs another format gives it another number, and says what becomes of these.
   */
  private static final String FORMAT = "agent 1";

  private ContactText() {}

  static String of(AgentContact contact) {
    StringBuilder text = new StringBuilder(FORMAT);
    line(text, "phase", contact.phase().name());
    line(text, "image", contact.image());
    line(text, "dossier", contact.dossier());
    line(text, "peer", contact.peerAddress());
    line(text, "session", contact.sessionDigest());
    line(text, "expires", contact.expires() == null ? null : contact.expires().toString());
    line(text, "bytes", Long.toString(contact.bytes()));
    line(text, "total", Long.toString(contact.total()));
    line(text, "reason", contact.reason());
    line(text, "note", contact.note());
    return text.toString();
  }

  private static void line(StringBuilder text, String name, @Nullable String value) {
    if (value != null) {
      String escaped = value.replace("\\", "\\\\").replace("\n", "\\n");
      text.append('\n').append(name).append(' ').append(escaped);
    }
  }

  /**
   * Reads what {@link #of} wrote, and nothing else.
   *
   * @throws IllegalArgumentException saying what is wrong, with no more of the text than a name
   */
  static AgentContact read(String text) {
    String[] lines = text.split("\n", -1);
    if (!lines[0].equals(FORMAT)) {
      throw new IllegalArgumentException("it is not in the format '" + FORMAT + "'");
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 1; i < lines.length; i++) {
      int blank = lines[i].indexOf(' ');
      String name = blank < 0 ? "" : lines[i].substring(0, blank);
      if (name.isEmpty() || values.put(name, unescaped(lines[i].substring(blank + 1))) != null) {
        throw new IllegalArgumentException(
            "its line " + (i + 1) + " has no name, or one of before");
      }
    }
    AgentContact contact = contact(values);
    if (!values.isEmpty()) {
      throw new IllegalArgumentException("it says more than is known: " + values.size() + " names");
    }
    return contact;
  }

  private static AgentContact contact(Map<String, String> values) {
    String expires = values.remove("expires");
    return new AgentContact(
        phase(required(values, "phase")),
        values.remove("image"),
        values.remove("dossier"),
        values.remove("peer"),
        values.remove("session"),
        expires == null ? null : time(expires),
        number(values, "bytes"),
        number(values, "total"),
        values.remove("reason"),
        values.remove("note"));
  }

  private static AgentContact.Phase phase(String word) {
    for (AgentContact.Phase phase : AgentContact.Phase.values()) {
      if (phase.name().equals(word)) {
        return phase;
      }
    }
    throw new IllegalArgumentException("it is in no phase that is known");
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("what it says of 'expires' is no time", e);
    }
  }

  private static long number(Map<String, String> values, String name) {
    try {
      long number = Long.parseLong(required(values, name));
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("what it says of '" + name + "' is no number", e);
    }
    throw new IllegalArgumentException("what it says of '" + name + "' is below 0");
  }

  private static String required(Map<String, String> values, String name) {
    String value = values.remove(name);
    if (value == null) {
      throw new IllegalArgumentException("it says nothing of '" + name + "'");
    }
    return value;
  }

  private static String unescaped(String value) {
    StringBuilder plain = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char each = value.charAt(i);
      plain.append(each == '\\' ? escape(value, ++i) : each);
    }
    return plain.toString();
  }

  private static char escape(String value, int at) {
    return switch (at < value.length() ? value.charAt(at) : ' ') {
      case '\\' -> '\\';
      case 'n' -> '\n';
      default -> throw new IllegalArgumentException("a backslash stands before nothing known");
    };
  }
}
