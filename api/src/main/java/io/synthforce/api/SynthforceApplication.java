package io.synthforce.api;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The program: one jar that serves the API, works the task queue, or both ({@code SYNTHFORCE_ROLES}). */
@SpringBootApplication
@ConfigurationPropertiesScan
public class SynthforceApplication {

    public static void main(String[] args) {
        SpringApplication.run(SynthforceApplication.class, args);
    }
}
