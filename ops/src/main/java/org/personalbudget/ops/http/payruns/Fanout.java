package org.personalbudget.ops.http.payruns;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.personalbudget.ledger.axon.Answer;
import org.personalbudget.ledger.axon.LedgerGateway;
import org.personalbudget.ledger.axon.Request;

/** Asks many streams, so many at a time: the log takes what comes together in one commit. */
final class Fanout {

    private static final int AT_A_TIME = 128;

    private final LedgerGateway ledger;

    Fanout(LedgerGateway ledger) {
        this.ledger = ledger;
    }

    /**
     * Asks for each item, and hands the answers on in the order of the items. While some are being written, the next are
     * being decided.
     *
     * @return the last position of the answers, or 0
     */
    <T> long ask(List<T> items, Function<T, Request> request, BiConsumer<T, Answer> answered) {
        long position = 0;
        List<Asked<T>> before = List.of();
        for (int from = 0; from < items.size(); from += AT_A_TIME) {
            List<Asked<T>> asked = asked(items.subList(from, Math.min(from + AT_A_TIME, items.size())), request);
            position = Math.max(position, heard(before, answered));
            before = asked;
        }
        return Math.max(position, heard(before, answered));
    }

    private <T> List<Asked<T>> asked(List<T> items, Function<T, Request> request) {
        List<CompletableFuture<Answer>> answers =
                ledger.sendAll(items.stream().map(request).toList());
        List<Asked<T>> asked = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) asked.add(new Asked<>(items.get(i), answers.get(i)));
        return asked;
    }

    private static <T> long heard(List<Asked<T>> asked, BiConsumer<T, Answer> answered) {
        long position = 0;
        for (Asked<T> each : asked) {
            Answer answer = each.answer.join();
            position = Math.max(position, positionOf(answer));
            answered.accept(each.item, answer);
        }
        return position;
    }

    static long positionOf(Answer answer) {
        return switch (answer) {
            case Answer.Accepted accepted -> accepted.position();
            case Answer.Refused refused -> refused.position();
            case Answer.KeyReused reused -> throw new IllegalStateException("one id asked for two things: " + reused);
        };
    }

    private record Asked<T>(T item, CompletableFuture<Answer> answer) {}
}
