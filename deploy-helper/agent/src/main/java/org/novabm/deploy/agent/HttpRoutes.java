package org.novabm.deploy.agent;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novabm.deploy.agent.http.Answer;
import org.novabm.deploy.agent.http.Asked;
import org.novabm.deploy.agent.http.Site;
import org.novabm.deploy.boot.BootFileName;
import org.novabm.deploy.boot.IpxeScript;
import org.novabm.spi.MacAddress;

/** All that is answered over HTTP. */
final class HttpRoutes implements Site {

  private final BootDesk boot;
  private final BootText text;
  private final AgentRoutes agent;
  private final RamdiskFiles files;

  HttpRoutes(BootDesk boot, BootText text, AgentRoutes agent, RamdiskFiles files) {
    this.boot = boot;
    this.text = text;
    this.agent = agent;
    this.files = files;
  }

  @Override
  public Answer answer(Asked asked) {
    if (asked.path().startsWith("/agent/")) {
      return agent.answer(asked);
    }
    boolean get = asked.method().equals("GET");
    @Nullable RamdiskFile file = RamdiskFile.parse(asked.path());
    if (file != null && (get || asked.method().equals("HEAD"))) {
      return file(file, asked.client());
    }
    return Answers.of(
        switch (get ? BootFileName.parse(asked.path()) : null) {
          case BootFileName.Ipxe _ -> script(asked);
          case BootFileName.Pxelinux(MacAddress mac) -> config(mac, asked.client());
          case null -> TextReply.NOT_FOUND;
        });
  }

  private TextReply script(Asked asked) {
    Map<String, String> fields = FormBody.parse(asked.query());
    MacAddress mac = new MacAddress(fields.getOrDefault("mac", ""));
    @Nullable String secret = boot.secretFor(mac, asked.client());
    IpxeScript script = secret == null ? IpxeScript.nothingToDeploy(mac) : text.ipxe(mac, secret);
    return new TextReply(200, script.text());
  }

  /** Not there without an order, as by TFTP: PXELINUX then asks for its other names. */
  private TextReply config(MacAddress mac, InetAddress client) {
    @Nullable String secret = boot.secretFor(mac, client);
    return secret == null
        ? TextReply.NOT_FOUND
        : new TextReply(200, text.pxelinuxByHttp(mac, secret).text());
  }

  private Answer file(RamdiskFile file, InetAddress client) {
    Path path = files.path(file);
    try {
      return Answers.of(path, new WholeFile(Files.size(path), () -> files.fetched(file, client)));
    } catch (IOException e) {
      files.unreadable(file, client, e);
      return Answers.of(TextReply.NOT_FOUND);
    }
  }
}
