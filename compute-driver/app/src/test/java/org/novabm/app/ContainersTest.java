package org.novabm.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novabm.cli.Tools;
import org.novabm.conf.NovaConfFile;
import org.novabm.conf.settings.Settings;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files of docker/, which no engine runs here, are held to what the programs understand. */
class ContainersTest {

  private static final Path CHECKOUT = Path.of(System.getProperty("novabm.checkout"));
  private static final Path DOCKER = CHECKOUT.resolve("docker");

  private final Map<String, Object> compose = read();

  @TempDir private Path folder;

  @BeforeEach
  void prepare() throws Exception {
    for (String name : List.of("prepare", "nova.conf.in")) {
      Files.copy(DOCKER.resolve(name), folder.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
    }
    Process made = new ProcessBuilder(folder.resolve("prepare").toString()).start();
    assertThat(made.waitFor()).isZero();
  }

  /** As compose reads it beside its file. */
  private String made(Object value) throws IOException {
    Map<String, String> variables = new TreeMap<>();
    for (String line : Files.readAllLines(folder.resolve(".env"))) {
      variables.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
    }
    String name = value.toString().replaceFirst("^\\$\\{(\\w+):\\?.*}$", "$1");
    return Objects.requireNonNull(variables.get(name), name);
  }

  @Test
  void thePasswordsAreTheRunnersAlone() throws IOException {
    for (String name : List.of(".env", "nova.conf")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
          .isEqualTo("rw-------");
    }
    assertThat(Files.readString(folder.resolve(".env")))
        .hasLineCount(2)
        .containsPattern("=\\w{32}\n");
  }

  @Test
  void theDatabaseAndTheBrokerAreThoseThatOperatorsRun() {
    assertThat(service("mysql")).containsEntry("image", "mysql:8.4");
    assertThat(service("rabbitmq")).containsEntry("image", "rabbitmq:4");
  }

  @Test
  void whatIsWaitedForIsThere() {
    services()
        .forEach(
            (name, service) ->
                assertThat(services().keySet())
                    .as(name)
                    .containsAll(child(service, "depends_on").keySet()));
  }

  @Test
  void mountedFilesAreInTheFolderAndVolumesAreDeclared() {
    for (Map<String, Object> service : services().values()) {
      for (String mount : list(service, "volumes")) {
        String source = mount.substring(0, mount.indexOf(':'));
        if (source.startsWith("./")) {
          assertThat(folder.resolve(source)).isRegularFile();
        } else {
          assertThat(child(compose, "volumes")).containsKey(source);
        }
      }
    }
  }

  @Test
  void theToolUnderstandsHowItIsCalled() {
    List<String> words = list(service("db-sync"), "entrypoint");
    assertThat(CHECKOUT.resolve("bin").resolve(words.getFirst())).isExecutable();
    var parsed =
        Tools.plain().stream()
            .filter(tool -> tool.getCommandName().equals(words.getFirst()))
            .findFirst()
            .orElseThrow()
            .parseArgs(words.subList(1, words.size()).toArray(String[]::new));
    assertThat(parsed.asCommandLineList()).hasSize(3);
  }

  @Test
  void theConfigurationIsUnderstoodAndNamesTheContainersUsers() throws IOException {
    Path file = folder.resolve("nova.conf");
    Settings settings =
        Settings.from(List.of(NovaConfFile.parse(file.toString(), Files.readString(file))));
    Map<String, Object> mysql = child(service("mysql"), "environment");
    var jdbc = settings.database().jdbc();
    assertThat(jdbc.user()).isEqualTo(mysql.get("MYSQL_USER"));
    assertThat(jdbc.password().reveal())
        .isEqualTo(made(Objects.requireNonNull(mysql.get("MYSQL_PASSWORD"))));
    assertThat(jdbc.url()).contains("/" + mysql.get("MYSQL_DATABASE"));
    Map<String, Object> rabbit = child(service("rabbitmq"), "environment");
    assertThat(Files.readString(file))
        .contains(
            "rabbit://%s:%s@"
                .formatted(
                    rabbit.get("RABBITMQ_DEFAULT_USER"),
                    made(Objects.requireNonNull(rabbit.get("RABBITMQ_DEFAULT_PASS")))));
  }

  @Test
  void theImageIsMadeOfWhatTheBuildMakes() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(DOCKER.resolve("Dockerfile"))) {
      if (line.startsWith("COPY ")) {
        lines.add(line.split(" ", -1)[1]);
      }
    }
    assertThat(lines).containsExactly("target/novabm-server");
    assertThat(Files.readString(DOCKER.resolve("Dockerfile")))
        .contains("EXPOSE 8774 10000 69/udp")
        .contains("ENTRYPOINT [\"nova-compute\", \"--config-file\", \"/etc/nova/nova.conf\"]");
  }

  private Map<String, Map<String, Object>> services() {
    Map<String, Map<String, Object>> services = new TreeMap<>();
    child(compose, "services").keySet().forEach(name -> services.put(name, service(name)));
    return services;
  }

  private Map<String, Object> service(String name) {
    return child(child(compose, "services"), name);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> child(Map<String, Object> parent, String name) {
    return (Map<String, Object>) parent.getOrDefault(name, Map.of());
  }

  @SuppressWarnings("unchecked")
  private static List<String> list(Map<String, Object> parent, String name) {
    return (List<String>) parent.getOrDefault(name, List.of());
  }

  private static Map<String, Object> read() {
    try {
      return new Yaml(new SafeConstructor(new LoaderOptions()))
          .load(Files.readString(DOCKER.resolve("compose.yaml")));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
