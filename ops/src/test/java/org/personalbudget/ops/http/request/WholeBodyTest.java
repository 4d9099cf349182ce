package org.personalbudget.ops.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

class WholeBodyTest {

    private static final int MEGABYTE = 1 << 20;

    private final WholeBody filter = new WholeBody(DataSize.ofKilobytes(1), DataSize.ofMegabytes(20));

    @ParameterizedTest
    @CsvSource({
        "/api/v1/budgets, application/json, 1024, 200",
        "/api/v1/budgets, application/json, 1025, 413",
        "/api/v1/budgets, , 1025, 413",
        "/api/v1/statements, application/json, 1025, 200",
        "/api/v1/statements/x/matching, application/json, 1025, 413",
        "/api/v1/statements, application/xml, 20971520, 200",
        "/api/v1/statements, text/csv, 20971521, 413",
        "/api/v1/invoices, text/xml, 1025, 200"
    })
    void aFileMayBeLongerThanARequest(String path, String type, int bytes, int status) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();

        filter.doFilter(request(path, type, new byte[bytes]), response, new MockFilterChain());

        assertThat(response.getStatus()).isEqualTo(status);
    }

    @Test
    void theBodyIsDigestedAndReadFromOneCopy() throws Exception {
        byte[] body = "{\"a\": 1}".getBytes(StandardCharsets.UTF_8);
        var chain = new MockFilterChain();

        filter.doFilter(request("/api/v1/budgets", "application/json", body), new MockHttpServletResponse(), chain);

        var seen = (HttpServletRequest) Objects.requireNonNull(chain.getRequest());
        var stream = seen.getInputStream();
        stream.mark(1);
        assertThat(stream.read()).isEqualTo('{');
        stream.reset();
        assertThat(stream.readNBytes(body.length)).isSameAs(WholeBody.of(seen)).isEqualTo(body);
        assertThat(stream.isFinished()).isTrue();
        assertThat(stream.read()).isEqualTo(-1);
    }

    @Test
    void whatIsLargeComesInOneAtATime() throws Exception {
        byte[] large = new byte[17 * MEGABYTE];
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicBoolean second = new AtomicBoolean();
        Thread one = Thread.ofVirtual()
                .start(() -> take(large, () -> {
                    inside.countDown();
                    await(goOn);
                }));
        await(inside);
        Thread two = Thread.ofVirtual().start(() -> take(large, () -> second.set(true)));
        AtomicBoolean small = new AtomicBoolean();
        take(new byte[MEGABYTE], () -> small.set(true));

        assertThat(small).isTrue();
        assertThat(two.join(Duration.ofMillis(200))).isFalse();
        assertThat(second).isFalse();
        goOn.countDown();
        one.join();
        two.join();
        assertThat(second).isTrue();
    }

    private void take(byte[] body, Runnable work) {
        try {
            filter.doFilter(
                    request("/api/v1/statements", "application/xml", body),
                    new MockHttpServletResponse(),
                    (_, _) -> work.run());
        } catch (IOException | ServletException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static MockHttpServletRequest request(String path, String type, byte[] body) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
        request.setContentType(type);
        request.setContent(body);
        return request;
    }
}
