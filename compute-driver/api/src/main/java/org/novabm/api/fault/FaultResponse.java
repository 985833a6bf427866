package org.novabm.api.fault;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Refuses from a servlet filter, where Spring's advice does not reach. */
public final class FaultResponse {

  private FaultResponse() {}

  public static void write(HttpServletResponse response, FaultKind kind, String message)
      throws IOException {
    response.setStatus(kind.code());
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.getOutputStream().write(JsonMapper.shared().writeValueAsBytes(kind.body(message)));
  }
}
