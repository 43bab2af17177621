package io.synthforce.api.wire;

import io.synthforce.api.settings.ApiRole;
import java.beans.PropertyEditorSupport;
import java.util.UUID;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Ids in paths follow the same rule as ids in bodies. (A converter would not do: the platform's own is tried after it.) */
@ControllerAdvice
@ApiRole
final class UuidParameter {

    @InitBinder
    void readInFullOnly(WebDataBinder binder) {
        binder.registerCustomEditor(UUID.class, new Editor());
    }

    private static final class Editor extends PropertyEditorSupport {

        @Override
        public void setAsText(String text) {
            setValue(RequestUuid.parse(text.strip()));
        }
    }
}
