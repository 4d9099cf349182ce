package org.personalbudget.ops.http.problem;

/**
 * An answer failed when part of it had gone out. It cannot be taken back, and nothing may follow that could pass for its
 * end: the connection is broken off, so that the client has fewer bytes than it was told.
 */
public final class BrokenOff extends RuntimeException {

    public BrokenOff(Throwable cause) {
        super("an answer was broken off", cause);
    }
}
