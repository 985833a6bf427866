package org.novabm.deploy.agent;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novabm.deploy.agent.http.Answer;
import org.novabm.deploy.agent.http.Asked;
import org.novabm.deploy.agent.http.Site;
import org.novabm.deploy.agent.http.Watch;
import org.novabm.deploy.boot.IpxeScript;
import org.novabm.spi.LineQuota;
import org.novabm.spi.MacAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that is answered over HTTP. */
final class HttpRoutes implements Site {

  private static final Logger LOG = LoggerFactory.getLogger(HttpRoutes.class);

  private final LineQuota missing = new LineQuota("files that are missing", 10, LOG::error);
  private final BootDesk boot;
  private final BootText text;
  private final AgentRoutes agent;
  private final Path kernel;
  private final Path ramdisk;

  HttpRoutes(BootDesk boot, BootText text, AgentRoutes agent, Path kernel, Path ramdisk) {
    this.boot = boot;
    this.text = text;
    this.agent = agent;
    this.kernel = kernel;
    this.ramdisk = ramdisk;
  }

  @Override
  public Answer answer(Asked asked) {
    if (asked.path().startsWith("/agent/")) {
      return agent.answer(asked);
    }
    boolean get = asked.method().equals("GET");
    boolean head = asked.method().equals("HEAD");
    return switch (asked.path()) {
      case "/boot.ipxe" -> Answers.of(get ? script(asked) : Reply.NOT_FOUND);
      case "/files/" + BootText.KERNEL -> file(get || head, kernel, "deploy_kernel");
      case "/files/" + BootText.RAMDISK -> file(get || head, ramdisk, "deploy_ramdisk");
      default -> Answers.of(Reply.NOT_FOUND);
    };
  }

  private Reply script(Asked asked) {
    Map<String, String> fields = FormBody.parse(asked.query());
    MacAddress mac = new MacAddress(fields.getOrDefault("mac", ""));
    @Nullable String secret = boot.secretFor(mac, asked.client());
    IpxeScript script = secret == null ? IpxeScript.nothingToDeploy(mac) : text.ipxe(mac, secret);
    return new Reply(200, script.text());
  }

  private Answer file(boolean allowed, Path file, String setting) {
    try {
      if (allowed) {
        return Answers.of(file, Watch.NOBODY);
      }
    } catch (NoSuchFileException e) {
      missing.say(
          "%s = %s is missing: build it with the ramdisk's build script".formatted(setting, file));
    } catch (IOException e) {
      missing.say("%s = %s cannot be read: %s".formatted(setting, file, e));
    }
    return Answers.of(Reply.NOT_FOUND);
  }
}
