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
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.personalbudget.ops.http.problem.Problem;
import org.personalbudget.ops.http.problem.ProblemWriter;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes the body of a change in at once, up to a limit, so that it can be both digested and read. Bodies that are large
 * come in one at a time: what a node holds of files is bounded, however many people bring one.
 */
final class WholeBody extends OncePerRequestFilter {

    private static final String ATTRIBUTE = WholeBody.class.getName();
    private static final byte[] NOTHING = {};
    private static final long LARGE = 16L << 20;
    private static final long PATIENCE_SECONDS = 120;
    /** Here a statement may come in JSON, which is then a file like any other. */
    private static final String STATEMENTS = "/api/v1/statements";

    private final int mostBytes;
    private final int mostBytesOfAFile;
    private final Semaphore large = new Semaphore(1, true);

    /**
     * @param request how long a body in JSON may be
     * @param file how long a file may be
     */
    WholeBody(DataSize request, DataSize file) {
        this.mostBytes = Math.toIntExact(request.toBytes());
        this.mostBytesOfAFile = Math.toIntExact(file.toBytes());
    }

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
        long length = request.getContentLengthLong();
        // One that does not say how long it is may be as long as it may.
        long coming = length < 0 ? most : length;
        if (coming > most) refuse(most, response);
        else if (coming <= LARGE) take(request, response, chain, most);
        else inTurn(request, response, chain, most);
    }

    private void inTurn(HttpServletRequest request, HttpServletResponse response, FilterChain chain, int most)
            throws ServletException, IOException {
        boolean turn = false;
        try {
            turn = large.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (turn) take(request, response, chain, most);
            else busy(response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            busy(response);
        } finally {
            if (turn) large.release();
        }
    }

    private static void take(HttpServletRequest request, HttpServletResponse response, FilterChain chain, int most)
            throws ServletException, IOException {
        byte[] body = bytes(request, most);
        if (body.length > most) {
            refuse(most, response);
            return;
        }
        request.setAttribute(ATTRIBUTE, body);
        chain.doFilter(new Replayed(request, body), response);
    }

    /** Of a length that is known there is never a second copy. */
    private static byte[] bytes(HttpServletRequest request, int most) throws IOException {
        int length = request.getContentLength();
        if (length < 0) return request.getInputStream().readNBytes(most + 1);
        byte[] body = new byte[length];
        int read = request.getInputStream().readNBytes(body, 0, length);
        if (read < length) throw new EOFException("the body ends before its end");
        return body;
    }

    private static void refuse(int most, HttpServletResponse response) throws IOException {
        response.setHeader("Connection", "close");
        ProblemWriter.write(response, Problem.of(413, "body-too-large", "A body has at most " + most + " bytes."));
    }

    private static void busy(HttpServletResponse response) throws IOException {
        response.setHeader("Connection", "close");
        response.setHeader("Retry-After", "60");
        ProblemWriter.write(
                response,
                Problem.of(503, "ledger-busy", "Other large files are being taken in. Try again in a minute."));
    }

    /** A file may be longer than one request in JSON. */
    private int mostBytes(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null) return mostBytes;
        boolean file = type.startsWith("text/csv")
                || type.startsWith("application/xml")
                || type.startsWith("text/xml")
                || request.getRequestURI().equals(STATEMENTS);
        return file ? mostBytesOfAFile : mostBytes;
    }

    private static final class Replayed extends HttpServletRequestWrapper {

        private final Stream body;

        Replayed(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = new Stream(body);
        }

        @Override
        public ServletInputStream getInputStream() {
            return body;
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        }
    }

    /** Whoever wants all of it from the beginning gets the very array, and is not to write to it. */
    private static final class Stream extends ServletInputStream {

        private final byte[] whole;
        private final ByteArrayInputStream body;

        Stream(byte[] whole) {
            this.whole = whole;
            this.body = new ByteArrayInputStream(whole);
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
        public byte[] readAllBytes() throws IOException {
            return readNBytes(Integer.MAX_VALUE);
        }

        @Override
        public byte[] readNBytes(int length) throws IOException {
            boolean all = body.available() == whole.length && length >= whole.length;
            if (!all) return body.readNBytes(length);
            body.skipNBytes(whole.length);
            return whole;
        }

        @Override
        public boolean markSupported() {
            return true;
        }

        @Override
        public void mark(int most) {
            body.mark(most);
        }

        @Override
        public void reset() {
            body.reset();
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
