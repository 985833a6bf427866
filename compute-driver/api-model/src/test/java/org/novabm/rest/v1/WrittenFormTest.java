package org.novabm.rest.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.novabm.rest.Password;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How records stand in JSON by their annotations alone, for a client that has nothing of ours. */
class WrittenFormTest {

  private final JsonMapper json =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  private String written(Object body) {
    return json.writeValueAsString(body);
  }

  @Test
  void whatARequestLeavesOutIsNotWritten() {
    assertThat(written(NodeChangeBody.NOTHING)).isEqualTo("{}");
    assertThat(written(InstanceBody.NOTHING)).isEqualTo("{}");
    assertThat(written(ProvisionBody.to("manage"))).isEqualTo("{\"target\":\"manage\"}");
    assertThat(written(new PowerBody(null, "root", null, null))).isEqualTo("{\"user\":\"root\"}");
  }

  @Test
  void noSwitchDiffersFromASwitchThatIsLeftOut() {
    DetailsBody said =
        new DetailsBody(
            "", List.of("CUSTOM_A"), null, Map.of("size", 7), null, null, false, null, null, null);
    NodeChangeBody change =
        new NodeChangeBody(5L, null, null, null, null, null, null, null, SwitchId.NONE, null, said);
    assertThat(written(change))
        .isEqualTo(
            """
            {"version":5,"switch_id":null,"resource_class":"","traits":["CUSTOM_A"],\
            "root_device":{"size":7},"protected":false}""");
    assertThat(change.details()).isEqualTo(said);
  }

  @Test
  void aPasswordIsWrittenIntoARequestAndNowhereElse() {
    PowerBody power = new PowerBody("10.1.0.7", "root", new Password("s3cret"), null);
    assertThat(written(power))
        .isEqualTo("{\"address\":\"10.1.0.7\",\"user\":\"root\",\"password\":\"s3cret\"}");
    assertThat(power.toString()).doesNotContain("s3cret");
    assertThat(json.readValue(written(power), PowerBody.class)).isEqualTo(power);
  }

  @Test
  void aNodeOfAnOlderServiceIsReadAndOneOfANewerToo() {
    NodeView node =
        json.readValue(
            """
            {"id":7,"power":{"address":"b","volts":230},"resource_class":"gold","protected":true,
             "rack":"r7"}""",
            NodeView.class);
    assertThat(node.id()).isEqualTo(7);
    assertThat(node.interfaces()).isEmpty();
    assertThat(node.maintenance()).isEmpty();
    assertThat(node.details().resourceClass()).isEqualTo("gold");
    assertThat(node.details().isProtected()).isTrue();
    assertThat(node.details().traits()).isEmpty();
    assertThat(json.readValue("{\"power\":{}}", NodeView.class).details().rootDevice()).isEmpty();
    assertThat(json.readValue(written(node), NodeView.class)).isEqualTo(node);
  }

  @Test
  void anAnswerWithoutWhatItIsAboutIsRefused() {
    assertThatThrownBy(() -> json.readValue("{\"id\":\"t1\"}", TaskView.class))
        .isInstanceOf(JacksonException.class)
        .hasMessageContaining("task without verb");
  }
}
