package org.novabm.rack.junos;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** What one session may ask for. */
final class Operations {

  /** The session is to end, with or without an answer. */
  static final class HangUp extends Exception {

    private final boolean polite;

    HangUp(boolean polite) {
      super("hang up");
      this.polite = polite;
    }

    boolean isPolite() {
      return polite;
    }
  }

  private final Switch device;
  private final int session;
  private final String user;

  Operations(Switch device, int session, String user) {
    this.device = device;
    this.session = session;
    this.user = user;
  }

  /** The content of the answer. */
  String answer(Element request) throws NetconfError, HangUp, InterruptedException {
    Candidate candidate = device.candidate();
    switch (JunosXml.name(request)) {
      case "lock" -> {
        if (isCandidate(request)) {
          candidate.lock(session, user + " (pid " + session + ") on since now");
        }
      }
      case "unlock" -> candidate.unlock(session);
      case "edit-config" -> {
        String byDefault = JunosXml.textAt(request, "default-operation");
        candidate.edit(
            session,
            must(JunosXml.at(request, "config", "configuration"), "config"),
            byDefault == null ? "merge" : byDefault);
      }
      case "load-configuration" -> load(request);
      case "discard-changes" -> candidate.discard(session);
      case "validate" -> candidate.check();
      case "commit" -> commit(null, "", JunosXml.child(request, "confirmed") != null);
      case "commit-configuration" -> {
        return commitConfiguration(request);
      }
      case "close-session" -> throw new HangUp(true);
      default -> {
        return read(request);
      }
    }
    return "<ok/>\n";
  }

  private String read(Element request) throws NetconfError {
    Candidate candidate = device.candidate();
    OperationalState operational = device.operational();
    return switch (JunosXml.name(request)) {
      case "get-config" -> {
        Element tree = isCandidate(request) ? candidate.edited() : candidate.active();
        Element filter = JunosXml.at(request, "filter", "configuration");
        Element part = filter == null ? tree : ConfigurationTree.select(tree, filter);
        yield "<data>\n" + (part == null ? "" : JunosXml.write(part)) + "</data>\n";
      }
      case "get-configuration" -> configuration(request);
      case "get-system-information" -> operational.system(device.plan().name());
      case "get-interface-information" ->
          operational.interfaces(device.interfaces(), candidate.ports());
      case "get-ethernet-switching-interface-information",
          "get-ethernet-switching-interface-details" ->
          switching(request);
      case "get-ethernet-switching-table-information" ->
          operational.addresses(new TreeMap<>(Map.copyOf(device.portsByMac())));
      case "get-lldp-neighbors-information" -> "<lldp-neighbors-information/>\n";
      case "get-commit-information" -> OperationalState.commits(candidate.history());
      default -> throw syntaxError(request);
    };
  }

  /** A release has one of the two requests, and not the other. */
  private String switching(Element request) throws NetconfError {
    boolean asksForDetails = JunosXml.name(request).endsWith("-details");
    if (asksForDetails != device.plan().has(JunosTrait.DETAILS)) {
      throw syntaxError(request);
    }
    return device.operational().switching(device.candidate().ports());
  }

  private static NetconfError syntaxError(Element request) {
    return new NetconfError(
        "protocol",
        "operation-failed",
        "syntax error",
        "<bad-element>" + JunosXml.name(request) + "</bad-element>");
  }

  private String configuration(Element request) throws NetconfError {
    Candidate candidate = device.candidate();
    if (!JunosXml.attribute(request, "compare").isEmpty()) {
      return "<configuration-information>\n<configuration-output>\n%s</configuration-output>\n</configuration-information>\n"
          .formatted(
              JunosXml.text(
                  candidate.difference(number(JunosXml.attribute(request, "rollback"), 0))));
    }
    Element tree =
        JunosXml.attribute(request, "database").equals("committed")
            ? candidate.active()
            : candidate.edited();
    Element filter = JunosXml.child(request, "configuration");
    Element part = filter == null ? tree : ConfigurationTree.select(tree, filter);
    return part == null ? "<configuration/>\n" : JunosXml.write(part);
  }

  private void load(Element request) throws NetconfError {
    String rollback = JunosXml.attribute(request, "rollback");
    if (!rollback.isEmpty()) {
      device.candidate().load(session, number(rollback, 0));
      return;
    }
    device
        .candidate()
        .edit(session, must(JunosXml.child(request, "configuration"), "configuration"), "merge");
  }

  private String commitConfiguration(Element request)
      throws NetconfError, HangUp, InterruptedException {
    if (JunosXml.child(request, "check") != null) {
      device.candidate().check();
    } else {
      String log = JunosXml.textAt(request, "log");
      commit(
          JunosXml.textAt(request, "confirm-timeout"),
          log == null ? "" : log,
          JunosXml.child(request, "confirmed") != null);
    }
    return """
        <commit-results>
        <routing-engine junos:style="normal">
        <name>fpc0</name>
        <commit-success/>
        </routing-engine>
        </commit-results>
        """;
  }

  private void commit(@Nullable String minutes, String log, boolean confirmed)
      throws NetconfError, HangUp, InterruptedException {
    Candidate candidate = device.candidate();
    JunosFaults faults = device.faults();
    if (faults.losesCommit()
        || (candidate.waitsForConfirmation() && !confirmed && faults.losesConfirmation())) {
      throw new HangUp(false);
    }
    String refusal = faults.commitError();
    if (refusal != null) {
      throw NetconfError.failed(refusal);
    }
    Thread.sleep(device.plan().commitTime());
    Duration confirmWithin =
        confirmed ? device.plan().minute().multipliedBy(number(minutes, 10)) : null;
    candidate.commit(session, user, log, confirmWithin);
    device.commits().incrementAndGet();
    if (faults.losesCommitAnswer()) {
      throw new HangUp(false);
    }
  }

  private static boolean isCandidate(Element request) {
    return JunosXml.at(request, "target", "candidate") != null
        || JunosXml.at(request, "source", "candidate") != null;
  }

  private static int number(@Nullable String text, int otherwise) throws NetconfError {
    if (text == null || text.isEmpty()) {
      return otherwise;
    }
    if (!text.matches("[0-9]{1,5}")) {
      throw NetconfError.failed("invalid numeric value: '" + text + "'");
    }
    return Integer.parseInt(text);
  }

  private static Element must(@Nullable Element element, String name) throws NetconfError {
    if (element == null) {
      throw new NetconfError(
          "protocol",
          "missing-element",
          "missing mandatory element",
          "<bad-element>" + name + "</bad-element>");
    }
    return element;
  }
}
