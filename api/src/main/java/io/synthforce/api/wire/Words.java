package io.synthforce.api.wire;

import java.util.Locale;

/** Constants as clients see them: lower case words. */
public final class Words {

    private Words() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
