package org.personalbudget.ops.http.payruns;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.personalbudget.ops.http.problem.BrokenOff;
import org.personalbudget.payments.FileUnwritable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * Sends a file while it is made, so that nobody holds all of it. It is made twice: first for nobody, which shows what is
 * wrong with it while there can still be a proper answer, and how long it is; then for the client. If that fails in the
 * middle the client gets fewer bytes than it was told to expect, and never an end.
 */
final class Download {

    private final String name;
    private final MediaType type;

    /** Makes the file; the same bytes each time. */
    @FunctionalInterface
    interface Making {
        void to(OutputStream out) throws FileUnwritable, IOException;
    }

    /** @param name under which the client may keep it */
    Download(String name, MediaType type) {
        this.name = name;
        this.type = type;
    }

    /**
     * @throws FileUnwritable if there can be no such file; then nothing was sent
     * @throws BrokenOff if it failed after it had begun
     */
    void send(Making file, HttpServletResponse response) throws FileUnwritable, IOException {
        Counted nowhere = new Counted(OutputStream.nullOutputStream(), Long.MAX_VALUE);
        file.to(nowhere);
        var named = ContentDisposition.attachment().filename(name).build();
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, named.toString());
        response.setContentType(type.toString());
        response.setContentLengthLong(nowhere.bytes);
        try {
            Counted sent = new Counted(response.getOutputStream(), nowhere.bytes);
            file.to(sent);
            sent.end();
        } catch (FileUnwritable | IOException | RuntimeException e) {
            // Not even the head may stand: it is told that a whole file follows.
            response.flushBuffer();
            throw new BrokenOff(e);
        }
    }

    /** Counts what goes through, and lets no more through than it was told. */
    private static final class Counted extends OutputStream {

        private final OutputStream to;
        private final long most;
        private long bytes;

        Counted(OutputStream to, long most) {
            this.to = to;
            this.most = most;
        }

        @Override
        public void write(int one) throws IOException {
            count(1);
            to.write(one);
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            count(length);
            to.write(some, from, length);
        }

        private void count(int more) throws IOException {
            bytes += more;
            if (bytes > most) throw new IOException("the file has grown while it was sent");
        }

        void end() throws IOException {
            if (bytes < most) throw new IOException("the file has shrunk while it was sent");
        }
    }
}
