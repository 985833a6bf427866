package org.novabm.api;

import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Set;
import org.novabm.rest.Password;
import org.novabm.rest.v1.SwitchId;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;

/** How the OpenAPI document shows what is an object for us, and none in JSON. */
@Configuration(proxyBeanMethods = false)
class OpenApiTypes {

  OpenApiTypes() {
    SpringDocUtils.getConfig()
        .replaceWithSchema(Password.class, new StringSchema().format("password"))
        .replaceWithSchema(
            SwitchId.class, new IntegerSchema().format("int64").types(Set.of("integer", "null")));
  }
}
