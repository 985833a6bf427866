package org.novabm.conf.settings;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.novabm.conf.ConfigException;
import org.novabm.conf.DeclaredOption;
import org.novabm.conf.NovaConf;
import org.novabm.conf.NovaConfFile;
import org.novabm.conf.OptionName;
import org.novabm.conf.Reading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything the operator set, checked.
 *
 * @param passedOver the lines of the files that have no effect here
 */
public record Settings(
    HostSettings host,
    DatabaseSettings database,
    MessagingSettings messaging,
    QueueSettings queues,
    BaremetalSettings baremetal,
    NovabmSettings novabm,
    ApiSettings api,
    BackendGroups backends,
    List<PassedOver> passedOver) {

  private static final Logger LOG = LoggerFactory.getLogger(Settings.class);

  private static final OptionName TRANSPORT_URL =
      new OptionName(OptionName.DEFAULT, "transport_url");

  private static final Path KERNEL_HOST_NAME = Path.of("/proc/sys/kernel/hostname");

  public Settings {
    passedOver = List.copyOf(passedOver);
  }

  /**
   * The settings of these files, in the order in which they were given.
   *
   * @throws ConfigException naming the file, the line, the fault and the remedy
   */
  public static Settings from(List<NovaConfFile> files) {
    return from(files, thisMachine());
  }

  static Settings from(List<NovaConfFile> files, String hostName) {
    List<NovaConfFile> all = new ArrayList<>(files.stream().map(OwnDatabase::moved).toList());
    List<DeclaredOption> declared = OptionCatalogue.declared(hostName);
    Reading url = Objects.requireNonNull(new NovaConf(all, declared).find(TRANSPORT_URL));
    all.add(UrlOptions.of(url));
    return from(new NovaConf(all, declared));
  }

  private static Settings from(NovaConf conf) {
    List<PassedOver> passedOver = new KnownNames().check(conf);
    SettingsReader reader = new SettingsReader(conf);
    MessagingSettings messaging = reader.read(MessagingSettings.class);
    OtherBroker.refuseAlone(conf, messaging);
    return new Settings(
        reader.read(HostSettings.class),
        reader.read(DatabaseSettings.class),
        messaging,
        reader.read(QueueSettings.class),
        reader.read(BaremetalSettings.class),
        reader.read(NovabmSettings.class),
        reader.read(ApiSettings.class),
        new BackendGroups(conf),
        passedOver);
  }

  /** Which database and which broker are used, without their secrets. */
  public String inUse() {
    return "database %s; broker %s".formatted(database.shown(), messaging.shown());
  }

  /**
   * One line for all lines of the files without effect, and at level debug one for each with its
   * reason; call it once logging is set up.
   */
  public void logPassedOver() {
    if (!passedOver.isEmpty()) {
      LOG.info(
          "ignored, because they have no effect here (debug = true says why): {}",
          passedOver.stream().map(PassedOver::place).collect(Collectors.joining(", ")));
    }
    passedOver.forEach(line -> LOG.debug("{}", line));
  }

  /** The kernel's word for it, as Nova asks for it; the resolver may be slow or know another. */
  private static String thisMachine() {
    try {
      return Files.readString(KERNEL_HOST_NAME).strip();
    } catch (IOException e) {
      LOG.debug("{} cannot be read, asking the resolver", KERNEL_HOST_NAME, e);
    }
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (IOException e) {
      throw new ConfigException("this machine has no name; set host in [DEFAULT] (" + e + ")");
    }
  }
}
