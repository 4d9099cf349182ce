package org.personalbudget.ops.http.request;

import java.beans.PropertyEditorSupport;
import java.util.UUID;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Ids in paths are whole UUIDs: Java itself would take 1-1-1-1-1 for one. */
@ControllerAdvice
public final class WholeUuids {

    @InitBinder
    void uuids(WebDataBinder binder) {
        binder.registerCustomEditor(UUID.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(String text) {
                UUID uuid = UUID.fromString(text);
                if (!uuid.toString().equalsIgnoreCase(text)) throw new IllegalArgumentException("not a whole UUID");
                setValue(uuid);
            }
        });
    }
}
