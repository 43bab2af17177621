package io.synthforce.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** The program as it starts on a laptop: everything embedded, Temporal in process, a script for a model. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {SynthforceApplication.class, Caller.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"SYNTHFORCE_DATA_DIR=target/program", "TEMPORAL_CLI=none", "RATE_LIMIT_ENABLED=false"})
public @interface WholeProgram {}
