package org.novabm.deploy.agent;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.novabm.deploy.agent.http.HttpBounds;
import org.novabm.deploy.tftp.TftpSettings;
import org.novabm.spi.BackendSettings;
import org.novabm.spi.MemoryBound;
import org.novabm.spi.deploy.DeployServer;
import org.novabm.spi.deploy.Deployer;
import org.novabm.spi.deploy.DeployerProvider;
import org.novabm.spi.deploy.JobBook;

/**
 * The deployer {@code agent}: the machine boots our ramdisk, which fetches and writes the image.
 * Group {@code [deploy:agent]}, see {@link AgentOptions}. Both sides must see the same image cache
 * folder.
 */
public final class AgentDeployerProvider implements DeployerProvider {

  static final String NAME = "agent";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String usualBoot() {
    return PxeBootProvider.NAME;
  }

  @Override
  public Class<? extends Record> settings() {
    return AgentOptions.class;
  }

  @Override
  public Set<String> aliases() {
    return Set.of("pxe", "pxe.PXE", "nova.virt.baremetal.pxe.PXE", "generic");
  }

  /** An order with a usual config drive, a form, and the boot file made from it. */
  private static final int BYTES_OF_ANSWER = 64 * 1024;

  /** Connections that Netty takes from the system before it asks whether it should. */
  private static final int ACCEPTED_AT_ONCE = 16;

  /**
   * {@inheritDoc}
   *
   * <p>Kernel, ramdisk and images take none: the system copies files to sockets. A config drive
   * counts twice, as files and as the image made of them. What TFTP reads ahead ({@code
   * tftp_buffers_kib}) lies outside the heap.
   */
  @Override
  public List<MemoryBound> bounds(BackendSettings settings) {
    AgentSettings read = AgentSettings.read(settings);
    return Stream.concat(ports(read).stream(), read.images().bounds().stream()).toList();
  }

  private static List<MemoryBound> ports(AgentSettings read) {
    return List.of(
        new MemoryBound(
            "connections to the deploy port",
            "[deploy:agent] http_connections",
            read.http().mostConnections() + ACCEPTED_AT_ONCE,
            HttpBounds.bytesOfConnection()),
        new MemoryBound(
            "answers of the deploy port",
            "[deploy:agent] http_answers_at_once",
            read.http().answersAtOnce(),
            BYTES_OF_ANSWER),
        new MemoryBound(
            "config drives being made and sent",
            "[deploy:agent] config_drives_kib",
            2,
            read.configDriveBytes()),
        new MemoryBound(
            "TFTP transfers, a quarter of them just giving way",
            "[deploy:agent] tftp_transfers",
            read.tftp().transfers() + read.tftp().transfers() / 4,
            TftpSettings.BYTES_OF_TRANSFER),
        new MemoryBound(
            "what was sent to each machine", "(fixed)", SentLedger.MOST, SentLedger.BYTES),
        new MemoryBound(
            "clients that asked for boot files of other NICs",
            "(fixed)",
            2 * MissBudget.ACCOUNTS,
            MissBudget.BYTES),
        new MemoryBound(
            "the kernel's table of IPv6 neighbours", "(fixed)", 2, SolicitedNeighbours.MOST_BYTES));
  }

  @Override
  public Deployer open(BackendSettings settings, JobBook book, InstantSource time) {
    return new AgentDeployer(AgentSettings.read(settings), book, time);
  }

  /**
   * {@inheritDoc}
   *
   * @throws java.io.UncheckedIOException when a port is taken or not allowed
   */
  @Override
  public DeployServer serve(BackendSettings settings, JobBook book, InstantSource time) {
    return AgentServer.start(AgentSettings.read(settings), book, time);
  }
}
