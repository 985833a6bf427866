package org.novabm.messaging;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An authority that vouches for servers, made by openssl in a folder. */
public final class BrokerAuthority {

  private static final Path OPENSSL = Path.of("/usr/bin/openssl");

  private final Path folder;

  private BrokerAuthority(Path folder) {
    this.folder = folder;
  }

  /** Makes one; skips the test where the program is missing. */
  public static BrokerAuthority in(Path folder) throws Exception {
    assumeTrue(Files.isExecutable(OPENSSL), "openssl is not installed (Debian package openssl)");
    BrokerAuthority authority = new BrokerAuthority(Files.createDirectories(folder));
    authority.openssl(
        List.of(
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "2",
            "-subj",
            "/CN=authority",
            "-addext",
            "basicConstraints=critical,CA:TRUE",
            "-keyout",
            "ca.key",
            "-out",
            "ca.pem"));
    return authority;
  }

  public Path certificate() {
    return folder.resolve("ca.pem");
  }

  /** A key NAME.key and a certificate NAME.pem for whoever is called so. */
  public Path issue(String name, String alternative) throws Exception {
    openssl(
        List.of(
            "req",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-subj",
            "/CN=" + name,
            "-keyout",
            name + ".key",
            "-out",
            name + ".csr"));
    Files.writeString(folder.resolve(name + ".ext"), "subjectAltName=" + alternative + "\n");
    openssl(
        List.of(
            "x509",
            "-req",
            "-days",
            "2",
            "-in",
            name + ".csr",
            "-CA",
            "ca.pem",
            "-CAkey",
            "ca.key",
            "-CAcreateserial",
            "-extfile",
            name + ".ext",
            "-out",
            name + ".pem"));
    return folder.resolve(name + ".pem");
  }

  public Path key(String name) {
    return folder.resolve(name + ".key");
  }

  private void openssl(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(OPENSSL.toString()));
    command.addAll(arguments);
    Path log = folder.resolve("openssl.log");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IllegalStateException("openssl: " + Files.readString(log));
    }
  }
}
