package org.novabm.netswitch.junos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.novabm.rack.junos.JunosFaults;
import org.novabm.spi.contract.lies.Lie;
import org.novabm.spi.contract.lies.LyingPeer;

/** A switch whose SSH is good, and whose answers by NETCONF are not. */
final class LyingNetconf implements LyingPeer {

  private static final String END = "</rpc-reply>";

  private final JunosLab lab;
  private final AtomicInteger answers = new AtomicInteger();
  private final AtomicReference<String> last = new AtomicReference<>("<rpc-reply/>");

  LyingNetconf(JunosLab lab) {
    this.lab = lab;
  }

  @Override
  public int port() {
    return lab.junos().port();
  }

  @Override
  public void tell(Lie lie, long seed, int honest) {
    Random random = new Random(seed);
    beHonest();
    answers.set(-honest);
    JunosFaults faults = lab.junos().faults();
    faults.changeAnswers(
        answer -> answers.getAndIncrement() < 0 ? answer : told(lie, answer, random));
    switch (lie) {
      case REPEATED -> faults.repeatAnswers();
      case NEVER_ENDING -> faults.neverEndAnswers();
      default -> faults.endAnswers();
    }
  }

  private String told(Lie lie, String answer, Random random) {
    return switch (lie) {
      case WRONG_LENGTH -> bent(answer, random);
      case TRUNCATED -> answer.substring(0, random.nextInt(answer.length()));
      case LATE -> last.getAndSet(answer);
      case ENORMOUS -> answer.replace(END, "<a/>".repeat(6 << 18) + END);
      case REPEATED, NEVER_ENDING -> answer;
    };
  }

  private static String bent(String answer, Random random) {
    StringBuilder lie = new StringBuilder(answer);
    for (int i = 0; i < 3; i++) {
      int at = random.nextInt(lie.length());
      int end = Math.min(lie.length(), at + random.nextInt(9));
      lie.replace(at, end, "<>&\"\u0000é]]>]]> a0".substring(random.nextInt(13)));
    }
    return lie.toString();
  }

  @Override
  public void beHonest() {
    lab.junos().faults().changeAnswers(answer -> answer).endAnswers();
  }

  @Override
  public int open() {
    return lab.junos().connections();
  }

  @Override
  public void close() {
    try {
      lab.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
