package org.novabm.rack;

import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novabm.rack.machine.Accelerator;
import org.novabm.rack.network.Namespace;
import org.novabm.spi.power.Firmware;

/**
 * What a rack shall be.
 *
 * @param folder takes its files; at most 70 letters, digits and {@code . _ / + @ -}, since the
 *     paths of Unix sockets are short and some programs split at blanks
 * @param network how its machines are connected
 * @param namespace the network namespace's name; without meaning on user networks
 * @param firmware of each machine, 1 to 64 of them
 * @param memoryMib of each machine, 128 to 65536
 * @param diskMib of each machine, 16 to 1048576; the file is sparse
 * @param deployUrl where machines get their boot scripts, http or https, without a slash at the end
 * @param accelerator what runs the processors; null to find out with {@code kernel}
 * @param kernel a bzImage to try KVM with; null when there is none
 */
public record RackPlan(
    Path folder,
    NetworkKind network,
    String namespace,
    List<Firmware> firmware,
    int memoryMib,
    int diskMib,
    String deployUrl,
    @Nullable Accelerator accelerator,
    @Nullable Path kernel) {

  private static final Pattern FOLDER = Pattern.compile("[A-Za-z0-9._/+@-]{1,70}");
  private static final Pattern URL =
      Pattern.compile("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~-]+)*");

  public RackPlan {
    folder = folder.toAbsolutePath().normalize();
    firmware = List.copyOf(firmware);
    require(
        FOLDER.matcher(folder.toString()).matches(),
        "the folder %s is longer than 70 characters or has others than letters, digits, . _ / + @ -",
        folder);
    require(
        URL.matcher(deployUrl).matches() && !deployUrl.endsWith("/"),
        "'%s' is not a deploy URL like http://172.30.10.1:10000",
        deployUrl);
    require(
        firmware.size() >= 1 && firmware.size() <= 64,
        "%s nodes: a rack has 1 to 64",
        firmware.size());
    require(
        memoryMib >= 128 && memoryMib <= 65_536,
        "%s MiB of memory: a node has 128 to 65536",
        memoryMib);
    require(
        diskMib >= 16 && diskMib <= 1_048_576, "%s MiB of disk: a node has 16 to 1048576", diskMib);
    new Namespace(namespace);
  }

  /** A rack of BIOS machines with the usual sizes, on the network that our rights allow. */
  public static RackPlan of(Path folder, int nodes) {
    return of(folder, usualNetwork(), Collections.nCopies(nodes, Firmware.BIOS));
  }

  /** A rack with the usual sizes and the deploy URL that is usual on the network. */
  public static RackPlan of(Path folder, NetworkKind network, List<Firmware> firmware) {
    return new RackPlan(
        folder, network, "novabm-rack", firmware, 384, 512, usualUrl(network), null, null);
  }

  /** The best network that our rights allow. */
  static NetworkKind usualNetwork() {
    return Rights.isRoot() ? NetworkKind.OPENVSWITCH : NetworkKind.USER;
  }

  static String usualUrl(NetworkKind network) {
    return switch (network) {
      case OPENVSWITCH, JUNOS, OPENFLOW -> "http://172.30.10.1:10000";
      case USER -> "http://10.0.2.2:10000";
    };
  }

  public RackPlan withNamespace(String name) {
    return new RackPlan(
        folder, network, name, firmware, memoryMib, diskMib, deployUrl, accelerator, kernel);
  }

  public RackPlan withDiskMib(int size) {
    return new RackPlan(
        folder, network, namespace, firmware, memoryMib, size, deployUrl, accelerator, kernel);
  }

  public RackPlan withDeployUrl(String url) {
    return new RackPlan(
        folder, network, namespace, firmware, memoryMib, diskMib, url, accelerator, kernel);
  }

  public RackPlan withAccelerator(Accelerator choice) {
    return new RackPlan(
        folder, network, namespace, firmware, memoryMib, diskMib, deployUrl, choice, kernel);
  }

  /** The TCP port in the deploy URL. */
  int deployPort() {
    URI uri = URI.create(deployUrl);
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return deployUrl.startsWith("https") ? 443 : 80;
  }

  private static void require(boolean condition, String complaint, Object value) {
    if (!condition) {
      throw new IllegalArgumentException(complaint.formatted(value));
    }
  }
}
