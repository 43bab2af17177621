package io.synthforce.api.settings;

import java.net.InetAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/** Warns loudly when others than this machine can reach a service that asks nobody who they are. */
@Component
@ApiRole
final class OpenToTheNetwork implements ApplicationListener<WebServerInitializedEvent> {

    private static final Logger log = LoggerFactory.getLogger(OpenToTheNetwork.class);

    private final InetAddress address;
    private final ApiToken token;

    OpenToTheNetwork(@Value("${server.address}") InetAddress address, ApiToken token) {
        this.address = address;
        this.token = token;
    }

    @Override
    public void onApplicationEvent(WebServerInitializedEvent event) {
        if (!address.isLoopbackAddress() && !token.isSet()) {
            log.warn(
                    "HOST is {}: EVERYONE WHO REACHES THIS MACHINE CAN READ, START AND DELETE SIMULATIONS, because"
                            + " nobody is asked for a token. Set API_TOKEN, or set HOST=127.0.0.1.",
                    address.getHostAddress());
        }
    }
}
