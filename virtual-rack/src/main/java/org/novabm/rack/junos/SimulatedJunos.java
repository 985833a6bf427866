package org.novabm.rack.junos;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.util.List;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.subsystem.SubsystemFactory;
import org.jspecify.annotations.Nullable;

/**
 * A Junos switch that speaks NETCONF over SSH: hello, candidate and its lock, subtree filters,
 * edits, differences, confirmed commits that roll back, the commit log and the operational state of
 * ports. What else a Junos does is answered with its syntax error. A commit takes the time of its
 * {@link JunosPlan}; what is to go wrong is said in {@link #faults()}.
 */
public final class SimulatedJunos implements AutoCloseable {

  private final Switch device;
  private final SshServer server;
  private final KeyPair hostKey;

  private SimulatedJunos(Switch device, SshServer server, KeyPair hostKey) {
    this.device = device;
    this.server = server;
    this.hostKey = hostKey;
  }

  /**
   * Starts a switch.
   *
   * @param at where it listens; port 0 for a free one
   * @throws IOException when it cannot listen there
   */
  public static SimulatedJunos start(JunosPlan plan, InetSocketAddress at) throws IOException {
    return start(plan, at, Backplane.NONE);
  }

  /** A switch whose ports carry real frames. */
  public static SimulatedJunos start(JunosPlan plan, InetSocketAddress at, Backplane backplane)
      throws IOException {
    Switch device = Switch.of(plan, new JunosFaults(), backplane);
    KeyPair key = SshOffer.hostKey(plan);
    SshServer server = SshServer.setUpDefaultServer();
    server.setHost(at.getAddress().getHostAddress());
    server.setPort(at.getPort());
    SshOffer.limit(server, plan);
    server.setKeyPairProvider(KeyPairProvider.wrap(key));
    server.setPasswordAuthenticator(
        (user, password, session) -> user.equals(plan.user()) && isPassword(plan, password));
    server.setSubsystemFactories(List.of(new Netconf(device)));
    server.start();
    return new SimulatedJunos(device, server, key);
  }

  private static boolean isPassword(JunosPlan plan, @Nullable String given) {
    return given != null
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8),
            plan.password().reveal().getBytes(StandardCharsets.UTF_8));
  }

  private record Netconf(Switch device) implements SubsystemFactory {
    @Override
    public String getName() {
      return "netconf";
    }

    @Override
    public Command createSubsystem(ChannelSession channel) {
      return new NetconfServerSession(device);
    }
  }

  public int port() {
    return server.getPort();
  }

  /** Its host key, as a line of known_hosts has it after the names. */
  public String hostKey() {
    return PublicKeyEntry.toString(hostKey.getPublic());
  }

  public JunosFaults faults() {
    return device.faults();
  }

  /** How many commits were made since it was started. */
  public int commits() {
    return device.commits().get();
  }

  /** The active configuration, as XML. */
  public String configuration() {
    return JunosXml.write(device.candidate().active());
  }

  /** A confirmed commit waits for its confirmation. */
  public boolean waitsForConfirmation() {
    return device.candidate().waitsForConfirmation();
  }

  /** Somebody at the console merges this and does not commit it. */
  public void editByHand(String configuration) {
    try {
      device.candidate().editByHand(JunosXml.parse(configuration));
    } catch (NetconfError e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Somebody at the console merges this and commits it. */
  public void commitByHand(String configuration) {
    editByHand(configuration);
    try {
      device.candidate().commit(0, "alice", "by hand", null);
    } catch (NetconfError e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The comments of the last commits, the newest first; an empty one for none. */
  public List<String> commitLog() {
    return device.candidate().history().stream().map(Commit::comment).toList();
  }

  /** Connections that are open. */
  public int connections() {
    return server.getActiveSessions().size();
  }

  /** Every session breaks. */
  public void hangUp() {
    server.getActiveSessions().forEach(session -> session.close(true));
  }

  /** Somebody holds the lock, told by these words; null lets it go. */
  public void lockByHand(@Nullable String who) {
    device.candidate().lockByHand(who);
  }

  /** A machine with this address sent a frame into the port. */
  public void learn(String port, String mac) {
    device.portsByMac().put(mac, port);
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
    device.candidate().close();
  }
}
