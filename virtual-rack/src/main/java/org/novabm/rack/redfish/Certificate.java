package org.novabm.rack.redfish;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.novabm.rack.process.Program;

/**
 * A key and a certificate for 127.0.0.1 that vouches for itself, made by keytool.
 *
 * @param store PKCS #12 file with both
 * @param pem the certificate alone, as clients want it
 */
public record Certificate(Path store, Path pem) {

  private static final String PASSWORD = "changeit";

  /** Makes one in the folder. */
  public static Certificate make(Path folder) {
    return make(folder, "bmc", "san=ip:127.0.0.1");
  }

  /** Makes one that names no address, as many BMCs make theirs. */
  public static Certificate withoutAddress(Path folder) {
    return make(folder, "nameless", "ku=digitalSignature");
  }

  /** Makes one for another address. */
  public static Certificate ofAnother(Path folder) {
    return make(folder, "another", "san=ip:127.9.9.9");
  }

  private static Certificate make(Path folder, String name, String extension) {
    Path store = folder.resolve(name + ".p12");
    Path pem = folder.resolve(name + ".pem");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Program.of(
            keytool,
            "-genkeypair",
            "-alias",
            "bmc",
            "-keyalg",
            "EC",
            "-dname",
            "CN=bmc",
            "-ext",
            extension,
            "-validity",
            "3650",
            "-keystore",
            store.toString(),
            "-storetype",
            "PKCS12",
            "-storepass",
            PASSWORD)
        .output();
    Program.of(
            keytool,
            "-exportcert",
            "-rfc",
            "-alias",
            "bmc",
            "-keystore",
            store.toString(),
            "-storepass",
            PASSWORD,
            "-file",
            pem.toString())
        .output();
    return new Certificate(store, pem);
  }

  SSLContext context() throws IOException {
    try (InputStream bytes = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(bytes, PASSWORD.toCharArray());
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(keys, PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(factory.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("the certificate of the BMC cannot be used", e);
    }
  }
}
