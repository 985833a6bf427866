package org.novabm.deploy.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novabm.deploy.agent.http.HttpPort;
import org.novabm.deploy.agent.http.Site;
import org.novabm.deploy.tftp.FileSource;
import org.novabm.deploy.tftp.FirstOf;
import org.novabm.deploy.tftp.FolderSource;
import org.novabm.deploy.tftp.TftpServer;
import org.novabm.spi.deploy.DeployServer;
import org.novabm.spi.deploy.JobBook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ports machines talk to. The protocol, over HTTP:
 *
 * <ul>
 *   <li>{@code GET /boot.ipxe?mac=M}: the iPXE script of the machine, with a one-time secret while
 *       its order is open; otherwise a script that ends the network boot. TFTP has the same as
 *       {@code pxelinux.cfg/01-M} for PXELINUX, in any folder, and so has HTTP for those that know
 *       it (lpxelinux.0, petitboot); it is not there while there is nothing to deploy.
 *   <li>{@code GET /files/01-M/deploy.vmlinuz} and {@code deploy.initrd}, as the boot file names
 *       them; in any other folder, too.
 *   <li>{@code POST /agent/hello} with the form {@code mac, secret, disk_bytes}: from the address
 *       that fetched the boot file, once. Answered by lines {@code key=value}: deployment, session,
 *       image, packing (raw or gzip), raw_bytes, raw_sha256, config_drive (empty for none),
 *       config_drive_bytes, next (poweroff). 403 for strangers, 409 the second time, 413 when the
 *       disk is too small.
 *   <li>With {@code X-Novabm-Session} below {@code /agent/DEPLOYMENT/}: {@code GET image}, {@code
 *       GET config-drive} (both by range too, and HEAD), {@code POST progress} (bytes), {@code POST
 *       done}, {@code POST failed} (reason). 403 with another session's secret, 409 when the order
 *       is closed.
 * </ul>
 */
final class AgentServer implements DeployServer {

  private static final Logger LOG = LoggerFactory.getLogger(AgentServer.class);

  private final HttpPort http;
  private final Evidence evidence;
  private final Presence presence;
  private final @Nullable TftpServer tftp;
  private final List<String> listening;

  private AgentServer(
      HttpPort http,
      @Nullable TftpServer tftp,
      Evidence evidence,
      Presence presence,
      List<String> listening) {
    this.http = http;
    this.evidence = evidence;
    this.presence = presence;
    this.tftp = tftp;
    this.listening = List.copyOf(listening);
  }

  /**
   * Opens the ports.
   *
   * @throws UncheckedIOException when one is taken or not allowed
   */
  static AgentServer start(AgentSettings settings, JobBook book, InstantSource time) {
    Entrance entrance = new Entrance();
    HttpPort http = openHttp(settings, entrance);
    String base = settings.base(http.port());
    AgentJobs jobs = new AgentJobs(book);
    SentLedger ledger = new SentLedger();
    IdentitySettings identity = settings.identity();
    Doorkeeper door =
        new Doorkeeper(
            lookout(identity, time), settings.peerAddressCheck(), identity.claim(), time);
    BootDesk boot = new BootDesk(jobs, door, Guesses.of(identity, time));
    RamdiskFiles files =
        new RamdiskFiles(settings.kernel(), settings.ramdisk(), new BootProgress(jobs, door));
    BootText text = new BootText(base, settings.appendParams());
    HelloDesk hellos = new HelloDesk(jobs, door, new Welcome(base, ledger));
    Evidence evidence = new Evidence(jobs, ledger);
    SessionDesk sessions = new SessionDesk(jobs, door, evidence);
    SessionContents contents =
        new SessionContents(
            jobs, sessions, new ConfigDrives(settings.configDriveBytes()), ledger, evidence);
    ClientNetworks clients =
        new ClientNetworks(
            identity.clients(), new InetSocketAddress(settings.listen(), 0).getAddress());
    List<String> listening = new ArrayList<>();
    listening.add("http " + hostPort(settings.listen(), http.port()));
    try {
      @Nullable TftpServer tftp =
          startTftp(settings, new BootFileSource(boot, text, files), clients);
      if (tftp != null) {
        listening.add("tftp " + hostPort(settings.listen(), tftp.port()));
      }
      AgentRoutes agent = new AgentRoutes(hellos, sessions, contents);
      entrance.leadsTo(served(new HttpRoutes(boot, text, agent, files), clients));
      Presence presence = Presence.begin(settings, book, files::lack, time);
      return new AgentServer(http, tftp, evidence, presence, listening);
    } catch (IOException e) {
      http.close();
      throw new UncheckedIOException("[deploy:agent] " + e.getMessage() + " (tftp_port)", e);
    } catch (RuntimeException e) {
      http.close();
      throw e;
    }
  }

  /** The kernel saw the packets; a lease is what somebody said of himself. */
  private static Lookout lookout(IdentitySettings identity, InstantSource time) {
    List<Lookout> all =
        new ArrayList<>(
            List.of(new KernelNeighbours(Path.of("/proc/net/arp"), new SolicitedNeighbours())));
    if (identity.leases() != null) {
      all.add(new DnsmasqLeases(identity.leases(), time));
    }
    return new SeenCards(identity.relays(), all);
  }

  private static HttpPort openHttp(AgentSettings settings, Entrance entrance) {
    try {
      return HttpPort.open(
          new InetSocketAddress(settings.listen(), settings.httpPort()), settings.http(), entrance);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "[deploy:agent] " + e.getMessage() + " (listen, http_port)", e);
    }
  }

  private static @Nullable TftpServer startTftp(
      AgentSettings settings, BootFileSource boot, ClientNetworks clients) throws IOException {
    if (settings.tftpPort() == 0) {
      return null;
    }
    List<FileSource> sources = new ArrayList<>(List.of(boot));
    if (Files.isDirectory(settings.tftpRoot())) {
      sources.add(new FolderSource(settings.tftpRoot()));
    } else {
      LOG.info(
          "tftp_root {} is not a folder: TFTP serves the deploy files only", settings.tftpRoot());
    }
    TftpServer tftp =
        new TftpServer(
            served(new FirstOf(sources), clients),
            new InetSocketAddress(settings.listen(), settings.tftpPort()),
            settings.tftp());
    tftp.start();
    return tftp;
  }

  /** Others find no file. */
  private static FileSource served(FileSource files, ClientNetworks clients) {
    return (name, client) -> clients.test(client) ? files.open(name, client) : null;
  }

  /** Others are told what strangers are told. */
  private static Site served(Site site, ClientNetworks clients) {
    return asked ->
        clients.test(asked.client()) ? site.answer(asked) : Answers.of(TextReply.FORBIDDEN);
  }

  private static String hostPort(String host, int port) {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  @Override
  public List<String> listening() {
    return listening;
  }

  /** Cuts what is being sent; an agent asks again, and a repeated close does nothing. */
  @Override
  public void close() {
    presence.close();
    http.close();
    evidence.keepAll();
    if (tftp != null) {
      try {
        tftp.close();
      } catch (IOException e) {
        throw new UncheckedIOException("the TFTP port did not close", e);
      }
    }
  }
}
