package org.personalbudget.payments.bankcsv;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.FileUnreadable.Fault;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Mappings as JSON: one object with the fields of {@link StatementMapping}. */
public final class StatementMappings {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StatementMappings() {}

    /** @throws FileUnreadable if it is no mapping, with the line and what the mapping lacks */
    public static StatementMapping read(byte[] json) throws FileUnreadable {
        try {
            return Objects.requireNonNull(JSON.readValue(json, StatementMapping.class), "there is no mapping");
        } catch (JacksonException broken) {
            int line = broken.getLocation() == null
                    ? 1
                    : Math.max(1, broken.getLocation().getLineNr());
            throw new FileUnreadable(Fault.MALFORMED, "line " + line, broken.getOriginalMessage());
        } catch (NullPointerException none) {
            throw new FileUnreadable(Fault.EMPTY, "line 1", "There is no mapping in the file.");
        }
    }

    /** A bank of our own making: in and out apart, a balance in every row, the newest row first. */
    public static StatementMapping sampleBank() {
        return sample("sample-bank.json");
    }

    /** A card programme of our own making: signed amounts, declined rows, the merchant's category. */
    public static StatementMapping sampleCardProgramme() {
        return sample("sample-card-programme.json");
    }

    private static StatementMapping sample(String name) {
        try (InputStream in = StatementMappings.class.getResourceAsStream(name)) {
            return read(Objects.requireNonNull(in, name).readAllBytes());
        } catch (IOException | FileUnreadable broken) {
            throw new IllegalStateException("the samples are part of the program", broken);
        }
    }
}
