package org.novabm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.cli.Stage.Played;
import org.novabm.conf.service.TokenFile;

class ServiceAddressTest {

  @TempDir Path folder;

  private final StandInService service = new StandInService();
  private final Stage stage = new Stage(NovaBaremetalSwitchManager::commandLine);

  @BeforeEach
  void answer() {
    service.on("GET /v1/switches", 200, "{\"switches\":[]}");
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "0.0.0.0", "::", "localhost", "$my_ip"})
  void comesFromTheConfiguration(String listen) throws IOException {
    conf(
        "[DEFAULT]\nstate_path = /nonexistent\n[novabm]\napi_listen = %s\napi_port = %d\n"
            .formatted(listen, service.port()));
    assertThat(stage.configuredIn(folder).run("list").exitCode()).isZero();
    assertThat(service.tokens).containsExactly("null");
  }

  @Test
  void theConfiguredTokenGoesToTheConfiguredServiceOnly() throws IOException {
    conf("[novabm]\napi_token = corn\napi_port = " + service.port() + "\n");
    stage.configuredIn(folder).run("list");
    stage.run("list", "--api", service.address());
    assertThat(service.tokens).containsExactly("corn", "null");
  }

  @Test
  void theTokenThatTheServiceMadeIsFound() throws IOException {
    Path state = folder.resolve("state");
    String made = TokenFile.in(state).load().reveal();
    conf("[DEFAULT]\nstate_path = " + state + "\n[novabm]\napi_port = " + service.port() + "\n");
    stage.configuredIn(folder).run("list");
    assertThat(service.tokens).containsExactly(made);
  }

  @Test
  void aServiceThatSpeaksTlsIsCalledSo() throws IOException {
    conf("[DEFAULT]\nenabled_ssl_apis = osapi_compute\n[novabm]\napi_port = 1\n");
    Played played = stage.configuredIn(folder).run("list");
    assertThat(played.exitCode()).isEqualTo(3);
    assertThat(played.err()).contains("no answer from https://127.0.0.1:1 ");
  }

  @Test
  void theEnvironmentMayNameTheTokensFile() throws IOException {
    Path token = Files.writeString(folder.resolve("token"), "battery\n");
    stage.tokenFile(token.toString()).run("list", "--api", service.address());
    assertThat(service.tokens).containsExactly("battery");
  }

  @Test
  void theCommandLineWinsOverTheEnvironment() throws IOException {
    Path token = Files.writeString(folder.resolve("token"), "battery\n");
    stage.api("http://127.0.0.1:1");
    Played played =
        stage.run("list", "--api", service.address() + "/", "--token-file", token.toString());
    assertThat(played.exitCode()).isZero();
    assertThat(service.tokens).containsExactly("battery");
  }

  @Test
  void aNamedFileStandsForTheUsualOnes() throws IOException {
    Path file =
        Files.writeString(folder.resolve("x.conf"), "[novabm]\napi_port=" + service.port() + "\n");
    assertThat(stage.run("list", "--config-file", file.toString()).exitCode()).isZero();
  }

  @Test
  void saysWhatIsWrongWithTheConfiguration() throws IOException {
    conf("[novabm]\napi_port = many\n");
    Played played = stage.configuredIn(folder).run("list");
    assertThat(played.exitCode()).isEqualTo(2);
    assertThat(played.err())
        .isEqualTo(
            "nova-baremetal-switchmanager: %s/nova.conf:2: [novabm] api_port = many is not a whole number\n"
                .formatted(folder));
  }

  @Test
  void cannotKnowAPortThatIsTakenFreely() throws IOException {
    conf("[novabm]\napi_port = 0\n");
    assertThat(stage.configuredIn(folder).run("list").err()).contains("give --api URL");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rack1:8774", "ftp://rack1", "http://me:pw@rack1", "http://rack1/v1"})
  void refusesWhatIsNoAddress(String address) {
    Played played = stage.run("list", "--api", address);
    assertThat(played.exitCode()).isEqualTo(2);
    assertThat(played.err()).contains("is not the address of a service; write http://HOST:PORT");
  }

  @Test
  void saysWhatToTryWhenNobodyAnswers() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    assertThat(stage.run("list", "--api", "http://127.0.0.1:" + free))
        .isEqualTo(
            new Played(
                3,
                "",
                "nova-baremetal-switchmanager: no answer from http://127.0.0.1:%d (Connection refused);"
                        .formatted(free)
                    + " is nova-compute running there? Name another address with --api or NOVABM_API\n"));
  }

  @Test
  void asksForTheTokenWhenTheServiceDoes() {
    service.on("GET /v1/switches", 401, "{\"unauthorized\":{\"code\":401,\"message\":\"no\"}}");
    Played played = stage.api(service.address()).run("list");
    assertThat(played.exitCode()).isEqualTo(1);
    assertThat(played.err()).contains("give --token-file FILE");
  }

  @Test
  void noticesSomebodyElsesServer() {
    service.on("GET /v1/switches", 502, "<html>Bad Gateway</html>");
    Played played = stage.api(service.address()).run("list");
    assertThat(played.exitCode()).isEqualTo(1);
    assertThat(played.err()).contains("the answer 502 does not come from this service");

    service.on("GET /v1/switches", 200, "<html>Welcome</html>");
    Played welcome = stage.run("list");
    assertThat(welcome.exitCode()).isEqualTo(1);
    assertThat(welcome.err()).contains("the answer 200 does not come from this service");
  }

  private void conf(String text) throws IOException {
    Files.writeString(folder.resolve("nova.conf"), text);
  }
}
