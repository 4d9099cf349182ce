package org.personalbudget.ledger.kernel;

/**
 * Somebody asked for something and it was refused: who (in the metadata), what, and why. It lies on a stream of its
 * own, so that a refusal never moves the stream it was about.
 *
 * @param commandId the id of the refused command, which also names this stream
 * @param when the day of the refusal
 * @param command the name of the command
 * @param subject the stream that decided
 * @param refusal the reason with its figures
 */
public record CommandRefused(CommandId commandId, When when, String command, StreamId subject, Refusal refusal)
        implements Event {

    @Override
    public StreamId stream() {
        return new StreamId("refusal", commandId.value());
    }
}
