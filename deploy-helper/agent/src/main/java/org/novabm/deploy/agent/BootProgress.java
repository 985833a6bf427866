package org.novabm.deploy.agent;

import java.net.InetAddress;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.novabm.deploy.agent.AgentContact.Phase;
import org.novabm.spi.MacAddress;

/**
 * Writes down how far a machine has come on its way into the ramdisk. Only of who has its boot
 * file: others may fetch the same files, and say nothing by that.
 */
final class BootProgress {

  private final AgentJobs jobs;
  private final Doorkeeper door;

  BootProgress(AgentJobs jobs, Doorkeeper door) {
    this.jobs = jobs;
    this.door = door;
  }

  void fetched(MacAddress mac, InetAddress client, BootPart part) {
    change(
        mac,
        client,
        contact -> Contacts.kept(contact, Dossier.of(contact).heard(new Heard(door.now(), part))));
  }

  void lacked(MacAddress mac, InetAddress client, String text) {
    change(mac, client, contact -> Contacts.noted(contact, text));
  }

  private void change(
      MacAddress mac, InetAddress client, Function<AgentContact, @Nullable AgentContact> change) {
    Visitor visitor = door.visitor(client);
    var _ =
        jobs.ofMac(
            mac,
            open ->
                new AgentJobs.Decision<>(
                    isBooting(open, visitor) ? change.apply(open.contact()) : null, true));
  }

  private boolean isBooting(AgentJob open, Visitor visitor) {
    return open.contact().phase() == Phase.BOOTING
        && door.stranger(open, visitor) == null
        && door.isSame(open, open.contact().peerAddress(), visitor);
  }
}
