package org.personalbudget.ops.http.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.personalbudget.ops.http.problem.Problem;
import org.personalbudget.ops.http.problem.ProblemWriter;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes the body of a change in at once, up to a limit, so that it can be both digested and read. */
final class WholeBody extends OncePerRequestFilter {

    static final int MOST_BYTES = 1 << 20;
    static final int MOST_BYTES_OF_A_FILE = 16 << 20;

    private static final String ATTRIBUTE = WholeBody.class.getName();
    private static final byte[] NOTHING = {};

    /** The bytes that came with this request. */
    static byte[] of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof byte[] body ? body : NOTHING;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int most = mostBytes(request);
        byte[] body = request.getContentLengthLong() > most
                ? new byte[most + 1]
                : request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            response.setHeader("Connection", "close");
            ProblemWriter.write(response, Problem.of(413, "body-too-large", "A body has at most " + most + " bytes."));
            return;
        }
        request.setAttribute(ATTRIBUTE, body);
        chain.doFilter(new Replayed(request, body), response);
    }

    /** A file may be longer than one request in JSON. */
    private static int mostBytes(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null) return MOST_BYTES;
        boolean file = type.startsWith("text/csv") || type.startsWith("application/xml") || type.startsWith("text/xml");
        return file ? MOST_BYTES_OF_A_FILE : MOST_BYTES;
    }

    private static final class Replayed extends HttpServletRequestWrapper {

        private final ByteArrayInputStream body;

        Replayed(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = new ByteArrayInputStream(body);
        }

        @Override
        public ServletInputStream getInputStream() {
            return new Stream(body);
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        }
    }

    private static final class Stream extends ServletInputStream {

        private final ByteArrayInputStream body;

        Stream(ByteArrayInputStream body) {
            this.body = body;
        }

        @Override
        public int read() {
            return body.read();
        }

        @Override
        public int read(byte[] into, int from, int length) {
            return body.read(into, from, length);
        }

        @Override
        public boolean isFinished() {
            return body.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("the body is here already");
        }
    }
}
