package io.synthforce.activities.call;

import java.lang.management.ManagementFactory;
import java.util.UUID;

/**
 * Who this process is on the task queue and in attempt rows: pid and host for people, and a random part because
 * containers restart under the same pid.
 */
public record WorkerIdentity(String name) {

    static WorkerIdentity fresh() {
        String random = UUID.randomUUID().toString().substring(0, 8);
        return new WorkerIdentity(ManagementFactory.getRuntimeMXBean().getName() + "/" + random);
    }
}
