package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back. */
record Reply(HttpResponse<String> response) {

    int status() {
        return response.statusCode();
    }

    String body() {
        return response.body();
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(response.body());
    }

    /** The text at a JSON pointer. */
    String text(String pointer) {
        JsonNode node = json().at(pointer);
        assertThat(node.isMissingNode()).as("%s in %s", pointer, body()).isFalse();
        return node.asString();
    }

    long position() {
        return Long.parseLong(header("Ledger-Position"));
    }

    String header(String name) {
        return response.headers().firstValue(name).orElseThrow(() -> new AssertionError("no " + name + " on " + this));
    }

    /** Insists that the request was granted. */
    Reply granted() {
        assertThat(status()).as(body()).isBetween(200, 299);
        return this;
    }

    /** Insists on a problem with that status and code, in the form of RFC 9457, that leaks nothing. */
    Reply refused(int status, String code) {
        assertThat(status()).as(body()).isEqualTo(status);
        assertThat(text("/code")).as(body()).isEqualTo(code);
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        assertThat(text("/type")).isEqualTo("urn:personal-budget-ledger:problem:" + code);
        assertThat(json().at("/status").asInt()).isEqualTo(status);
        assertThat(text("/title")).isNotBlank();
        assertThat(text("/detail")).endsWith(".").doesNotContain("Exception", "java.", "org.", "null");
        return this;
    }

    /** Insists that the problem points at a field. */
    Reply about(String field) {
        assertThat(text("/field")).isEqualTo(field);
        return this;
    }

    @Override
    public String toString() {
        return status() + " " + body();
    }
}
