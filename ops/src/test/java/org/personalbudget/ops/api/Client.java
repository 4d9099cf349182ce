package org.personalbudget.ops.api;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at the API, who sends requests one at a time. Every change gets a key of its own unless one is given. */
final class Client {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final RunningLedger ledger;
    private final Map<String, String> headers;

    Client(RunningLedger ledger, @Nullable String user, String password) {
        this(ledger, new LinkedHashMap<>());
        if (user == null) return;
        String credentials = user + ":" + password;
        headers.put(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    private Client(RunningLedger ledger, Map<String, String> headers) {
        this.ledger = ledger;
        this.headers = headers;
    }

    Client with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Client(ledger, more);
    }

    Client key(String key) {
        return with("Idempotency-Key", key);
    }

    /** At nine in the morning of that day by the ledger's clock. */
    Client on(LocalDate day) {
        return with("Ledger-Clock", day.atTime(9, 0).toInstant(ZoneOffset.UTC).toString());
    }

    /** Sends a body made of names and values in turn. */
    Reply post(String path, Object... namesAndValues) {
        return postJson(path, JSON.writeValueAsString(object(namesAndValues)));
    }

    Reply postJson(String path, String body) {
        Client keyed = headers.containsKey("Idempotency-Key")
                ? this
                : key(UUID.randomUUID().toString());
        return keyed.send("POST", path, body);
    }

    /** Sends a file as it is, whatever it holds. */
    Reply postFile(String path, byte[] file) {
        HttpRequest.Builder request = HttpRequest.newBuilder(ledger.uri("/api/v1" + path));
        headers.forEach(request::header);
        request.header("Idempotency-Key", UUID.randomUUID().toString());
        return new Reply(
                ledger.send(request.POST(BodyPublishers.ofByteArray(file)).build()));
    }

    Reply get(String path) {
        return send("GET", path, null);
    }

    Reply send(String method, String path, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                ledger.uri(path.startsWith("/v3") || path.startsWith("/actuator") ? path : "/api/v1" + path));
        headers.forEach(request::header);
        if (body != null && !headers.containsKey("Content-Type")) request.header("Content-Type", "application/json");
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return new Reply(ledger.send(request.build()));
    }

    /** A JSON object of names and values in turn; what is null is left out. */
    static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) object.put((String) namesAndValues[i], plain(value));
        }
        return object;
    }

    private static Object plain(Object value) {
        return value instanceof LocalDate date ? date.toString() : value;
    }
}
