package org.personalbudget.ops.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** One sentence for the operator where Spring would print a stack of causes. */
final class DataDirectoryUnavailableAnalyzer extends AbstractFailureAnalyzer<DataDirectoryUnavailable> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, DataDirectoryUnavailable cause) {
        return new FailureAnalysis(cause.getMessage(), null, failure);
    }
}
