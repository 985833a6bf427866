package org.novabm.deploy.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novabm.deploy.agent.AgentContact.Phase;
import org.novabm.spi.deploy.Job;
import org.novabm.spi.deploy.JobState;

/** What stands in the job book of a machine that boots. */
class ContactTextTest {

  private static final String LEAST = "agent 1\nphase PREPARED\nbytes 0\ntotal 1";
  private static final String LETTERS = "ab \\\n\r\tnü€=:0";

  private final Random random = new Random(20260101);

  private @Nullable String words(int most) {
    if (random.nextInt(4) == 0) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most); i > 0; i--) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  private AgentContact any() {
    Phase[] phases = Phase.values();
    return new AgentContact(
        phases[random.nextInt(phases.length)],
        words(200),
        words(AgentContact.DOSSIER_CHARACTERS),
        words(40),
        words(64),
        random.nextBoolean() ? null : Instant.ofEpochSecond(random.nextInt(), random.nextInt(999)),
        random.nextLong(Long.MAX_VALUE),
        random.nextLong(Long.MAX_VALUE),
        words(AgentContact.TOLD_CHARACTERS),
        words(AgentContact.TOLD_CHARACTERS));
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    for (int i = 0; i < 500; i++) {
      AgentContact contact = any();

      assertThat(ContactText.read(ContactText.of(contact))).isEqualTo(contact);
    }
  }

  @Test
  void theLargestOfAllFitsTheBook() {
    AgentContact largest =
        new AgentContact(
            Phase.FAILED,
            "/" + "i".repeat(1999),
            "d".repeat(AgentContact.DOSSIER_CHARACTERS),
            "fe80::1%enp65535",
            "0".repeat(64),
            Instant.MAX,
            Long.MAX_VALUE,
            Long.MAX_VALUE,
            "\\".repeat(5000),
            "\n".repeat(5000));

    JobState state = AgentJobs.state(largest);

    assertThat(ContactText.read(state.text()).note()).hasSize(AgentContact.TOLD_CHARACTERS);
  }

  @Test
  void onlyWhatIsDoneNeedsItsHostNoMore() {
    for (Phase phase : Phase.values()) {
      AgentContact contact =
          new AgentContact(phase, null, null, null, null, null, 0, 0, null, null);

      assertThat(AgentJobs.state(contact).boundToHost()).isEqualTo(phase != Phase.DONE);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "agent 1",
        "agent 2\nphase PREPARED\nbytes 0\ntotal 1",
        "published 2026-01-01T00:00:00Z",
        LEAST + "\n",
        LEAST + "\n\n",
        LEAST + "\nnote",
        LEAST + "\n name",
        LEAST + "\nlater x",
        LEAST + "\nbytes 1",
        LEAST + "\nnote a\\",
        LEAST + "\nnote a\\t",
        LEAST + "\nexpires tomorrow",
        "agent 1\nphase prepared\nbytes 0\ntotal 1",
        "agent 1\nphase PREPARED\nbytes -1\ntotal 1",
        "agent 1\nphase PREPARED\nbytes 0x1\ntotal 1",
        "agent 1\nphase PREPARED\nbytes 0",
      })
  void anythingElseIsRefused(String text) {
    assertThat(ContactText.read(LEAST).phase()).isEqualTo(Phase.PREPARED);
    assertThatThrownBy(() -> ContactText.read(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noiseIsReadAsItStandsOrRefused() {
    String good = ContactText.of(any());
    int refused = 0;
    for (int i = 0; i < 5000; i++) {
      StringBuilder noisy = new StringBuilder(good);
      noisy.setCharAt(random.nextInt(good.length()), (char) random.nextInt(128));
      try {
        String read = ContactText.of(ContactText.read(noisy.toString()));
        assertThat(ContactText.read(read)).isEqualTo(ContactText.read(noisy.toString()));
      } catch (IllegalArgumentException e) {
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  @Test
  void whoseStateCannotBeReadIsNamed() {
    var order = Rack.order("user", Map.of("a", new byte[] {1}));
    Job job = new Job(order, new JobState("secret words", true), 1);

    assertThatThrownBy(() -> AgentJob.of(job))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(order.deployment().toString())
        .hasMessageContaining("node1")
        .hasMessageNotContaining("secret words");
  }
}
