package org.novabm.rack.process;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RequirementTest {

  @Test
  void programsAndFilesThatAreThereSatisfy() {
    List<Requirement> present =
        List.of(new Requirement("sh", "dash"), new Requirement("/proc/self", "linux"));
    assertThatNoException().isThrownBy(() -> Requirement.check(present));
  }

  @Test
  void whatIsMissingIsNamedWithOneCommandToInstallIt() {
    List<Requirement> all =
        List.of(
            new Requirement("sh", "dash"),
            new Requirement("no-such-program", "nothing"),
            new Requirement("/no/such/file", "nothing"));
    assertThatThrownBy(() -> Requirement.check(all))
        .isInstanceOf(RackException.Missing.class)
        .hasMessage("not installed: no-such-program, /no/such/file; try: apt-get install nothing");
  }
}
