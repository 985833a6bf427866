package org.novabm.rack.simulated;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.novabm.spi.MacAddress;

/** The deploy ramdisk as a program: boot file, hello, image, digest, config drive, done. */
final class SimulatedAgent {

  private static final Pattern SECRET = Pattern.compile("novabm\\.secret=([0-9a-f]+)");
  private static final Pattern API = Pattern.compile("novabm\\.api=(\\S+)");
  private static final Pattern RANGE = Pattern.compile("([0-9]+):([0-9]+)");
  private static final int TURNED_AWAY = 403;
  private static final long REPORT_EVERY = 16L << 20;

  private final MacAddress mac;
  private final URI deployUrl;
  private final SimulatedDisk disk;
  private final SimulatedConsole console;
  private final DeployCalls calls = new DeployCalls();

  SimulatedAgent(MacAddress mac, URI deployUrl, SimulatedDisk disk, SimulatedConsole console) {
    this.mac = mac;
    this.deployUrl = deployUrl;
    this.disk = disk;
    this.console = console;
  }

  /**
   * Whether the machine is to be switched off now; false when it found nothing to do or was
   * interrupted.
   */
  boolean run() {
    try {
      String script = DeployCalls.text(calls.get(bootFile()));
      Matcher secret = SECRET.matcher(script);
      Matcher api = API.matcher(script);
      if (!secret.find() || !api.find()) {
        console.line("nothing to boot from the network");
        return false;
      }
      deploy(api.group(1), orders(DeployCalls.text(hello(api.group(1), secret.group(1)))));
      return true;
    } catch (IOException e) {
      console.line("AGENT: failed: " + e.getMessage());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private URI bootFile() {
    return deployUrl.resolve("/boot.ipxe?mac=" + mac);
  }

  /** Once turned away, it asks with the secret of another boot file. */
  private HttpResponse<InputStream> hello(String api, String secret)
      throws IOException, InterruptedException {
    HttpResponse<InputStream> answer = hello(api, secret, true);
    if (answer.statusCode() != TURNED_AWAY) {
      return answer;
    }
    answer.body().close();
    console.line("AGENT: turned away; asking for the boot file again");
    Matcher other = SECRET.matcher(DeployCalls.text(calls.get(bootFile())));
    return hello(api, other.find() ? other.group(1) : secret, false);
  }

  private HttpResponse<InputStream> hello(String api, String secret, boolean again)
      throws IOException, InterruptedException {
    String form =
        "mac=%s&secret=%s&disk_bytes=%d&readback=1&again=%d"
            .formatted(mac, secret, disk.size(), again ? 1 : 0);
    return calls.post(URI.create(api + "/agent/hello"), "", form);
  }

  private void deploy(String api, Map<String, String> orders)
      throws IOException, InterruptedException {
    String session = orders.getOrDefault("session", "");
    URI home = URI.create(api + "/agent/" + orders.get("deployment") + "/");
    console.line("AGENT: has its orders");
    try {
      writeImage(orders, home, session);
      String read = readBack(orders.getOrDefault("readback", ""));
      writeConfigDrive(orders, session);
      DeployCalls.text(calls.post(home.resolve("done"), session, read));
      console.line("AGENT: done");
    } catch (IOException e) {
      String reason = URLEncoder.encode(String.valueOf(e.getMessage()), StandardCharsets.UTF_8);
      DeployCalls.text(calls.post(home.resolve("failed"), session, "reason=" + reason));
      throw e;
    }
  }

  private void writeImage(Map<String, String> orders, URI home, String session)
      throws IOException, InterruptedException {
    HttpResponse<InputStream> image =
        calls.get(URI.create(orders.getOrDefault("image", "")), session);
    long[] told = {0};
    long written;
    try (InputStream packed = DeployCalls.checked(image);
        InputStream raw =
            "gzip".equals(orders.get("packing")) ? new GZIPInputStream(packed, 1 << 16) : packed) {
      written =
          disk.write(
              raw,
              bytes -> {
                if (bytes - told[0] >= REPORT_EVERY) {
                  told[0] = bytes;
                  report(home, session, bytes);
                }
              });
    }
    String digest = disk.sha256(0, written);
    if (!digest.equals(orders.get("raw_sha256"))) {
      throw new IOException("the disk has digest " + digest);
    }
    report(home, session, written);
  }

  /** What stands in the ranges that the server chose, as the form of "done"; empty for none. */
  private String readBack(String ranges) throws IOException {
    StringJoiner digests = new StringJoiner(",", "readback=", "").setEmptyValue("");
    Matcher range = RANGE.matcher(ranges);
    while (range.find()) {
      digests.add(disk.sha256(Long.parseLong(range.group(1)), Long.parseLong(range.group(2))));
    }
    return digests.toString();
  }

  private void report(URI home, String session, long bytes) {
    try {
      DeployCalls.text(calls.post(home.resolve("progress"), session, "bytes=" + bytes));
    } catch (IOException e) {
      console.line("AGENT: progress not taken: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void writeConfigDrive(Map<String, String> orders, String session)
      throws IOException, InterruptedException {
    String address = orders.getOrDefault("config_drive", "");
    if (!address.isEmpty()) {
      try (InputStream drive = DeployCalls.checked(calls.get(URI.create(address), session))) {
        disk.writeConfigDrive(drive.readAllBytes());
      }
    }
  }

  private static Map<String, String> orders(String lines) {
    Map<String, String> orders = new HashMap<>();
    lines
        .lines()
        .forEach(
            line -> {
              int equals = line.indexOf('=');
              if (equals > 0) {
                orders.put(line.substring(0, equals), line.substring(equals + 1));
              }
            });
    return orders;
  }
}
