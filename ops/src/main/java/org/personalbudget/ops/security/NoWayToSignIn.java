package org.personalbudget.ops.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The ledger will not start, because nobody could sign in, or anybody could. The message is what the operator reads. */
final class NoWayToSignIn extends RuntimeException {

    NoWayToSignIn(String sentence) {
        super(sentence);
    }

    /** One sentence for the operator where Spring would print a stack of causes. */
    static final class Analyzer extends AbstractFailureAnalyzer<NoWayToSignIn> {
        @Override
        protected FailureAnalysis analyze(Throwable failure, NoWayToSignIn cause) {
            return new FailureAnalysis(cause.getMessage(), null, failure);
        }
    }
}
