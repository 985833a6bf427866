package org.novabm.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/** A certificate for {@code localhost} that nobody signed but itself, and its key. */
record OwnCertificate(Path certificate, Path key) {

  private static final String PASSWORD = "changeit";

  /** Made by the JDK's own keytool. */
  static OwnCertificate in(Path folder) throws IOException {
    Path store = folder.resolve("own.p12");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair -alias own -keyalg EC -dname CN=localhost -ext san=dns:localhost -validity 2",
            "-storetype PKCS12 -storepass " + PASSWORD + " -keystore",
            store.toString());
    Process keytool =
        new ProcessBuilder(
                command.stream()
                    .flatMap(
                        part ->
                            part.startsWith("-")
                                ? List.of(part.split(" ")).stream()
                                : List.of(part).stream())
                    .toList())
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD.toCharArray());
      return new OwnCertificate(
          pem(folder, "CERTIFICATE", keys.getCertificate("own").getEncoded()),
          pem(folder, "PRIVATE KEY", keys.getKey("own", PASSWORD.toCharArray()).getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IOException(said, e);
    }
  }

  private static Path pem(Path folder, String what, byte[] der) throws IOException {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return Files.writeString(
        folder.resolve(what.replace(' ', '-') + ".pem"),
        "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(what, text, what));
  }
}
