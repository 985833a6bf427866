package org.novabm.api;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.test.context.SpringBootTest;

/** The service on a free port of loopback. */
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = GuardedService.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "server.address=127.0.0.1")
@interface OverHttp {}
