package org.novabm.deploy.agent;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.deploy.DeployProgress;

/** What is known of a machine, as a task's timeline tells it. */
final class Report {

  private Report() {}

  static DeployProgress of(AgentContact contact, Instant now) {
    return switch (contact.phase()) {
      case PREPARED -> new DeployProgress.Waiting(told(contact.note()));
      case PUBLISHED -> waiting(contact, "it did not ask for its boot file", now);
      case BOOTING -> waiting(contact, "its ramdisk never called", now);
      case WRITING ->
          new DeployProgress.Running(contact.bytes(), contact.total(), told(contact.note()));
      case DONE -> new DeployProgress.Finished(told(contact.note()));
      case FAILED ->
          new DeployProgress.Failed(told(String.valueOf(contact.reason()), contact.note()));
      case WITHDRAWN -> new DeployProgress.Failed("the order was withdrawn");
    };
  }

  private static DeployProgress waiting(AgentContact contact, String soFar, Instant now) {
    Instant expires = contact.expires();
    // where a boot stopped is seen by what the machine fetched last
    @Nullable Heard heard = Dossier.of(contact).heard();
    @Nullable String last = heard == null ? null : heard.sentence(contact.peerAddress());
    return expires != null && !now.isBefore(expires)
        ? new DeployProgress.Failed(
            told(
                "the machine made no contact in time: " + soFar + "; look at its console",
                last,
                contact.note()))
        : new DeployProgress.Waiting(told(last, contact.note()));
  }

  private static String told(@Nullable String... texts) {
    return Stream.of(texts).filter(text -> text != null).collect(Collectors.joining("; "));
  }
}
