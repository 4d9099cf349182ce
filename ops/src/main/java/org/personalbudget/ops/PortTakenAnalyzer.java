package org.personalbudget.ops;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** One sentence for the operator, with the option that helps, ahead of Boot's general one. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PortTakenAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, PortInUseException cause) {
        var sentence = "Port " + cause.getPort()
                + " is taken by another program: stop it, or choose another port with --server.port.";
        return new FailureAnalysis(sentence, null, failure);
    }
}
