package io.synthforce.api.settings;

import java.util.List;
import java.util.Optional;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/** Refuses values that cannot be meant, before the embedded parts start and before anyone binds a port. */
final class CheckedEnvironment implements EnvironmentPostProcessor, Ordered {

    /** After the configuration files and before the embedded parts. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 200;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        List<String> complaints = Variables.ALL.stream()
                .flatMap(variable -> complaint(variable, environment).stream())
                .toList();
        if (complaints.isEmpty()) {
            complaints = Contradictions.complaints(environment);
        }
        if (complaints.isEmpty()) {
            complaints = PortInUse.complaint(environment).stream().toList();
        }
        if (!complaints.isEmpty()) {
            throw new Misconfigured(complaints);
        }
    }

    private static Optional<String> complaint(Variable variable, Environment environment) {
        String value = environment.getProperty(variable.name());
        return value == null ? Optional.empty() : variable.complaint(value);
    }
}
