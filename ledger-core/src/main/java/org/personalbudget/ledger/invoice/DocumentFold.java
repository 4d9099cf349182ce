package org.personalbudget.ledger.invoice;

import org.personalbudget.ledger.invoice.DocumentEvent.DocumentEntered;
import org.personalbudget.ledger.invoice.DocumentEvent.DocumentMoved;
import org.personalbudget.ledger.invoice.DocumentState.Document;
import org.personalbudget.ledger.invoice.DocumentState.NoDocument;
import org.personalbudget.ledger.kernel.Fold;

/** The stream of one number of one supplier. A budget decides; this stream remembers that the number is taken. */
public final class DocumentFold implements Fold<DocumentState, DocumentEvent> {

    @Override
    public String category() {
        return "invoice";
    }

    @Override
    public Class<DocumentEvent> events() {
        return DocumentEvent.class;
    }

    @Override
    public DocumentState initial() {
        return new NoDocument();
    }

    @Override
    public DocumentState evolve(DocumentState state, DocumentEvent event) {
        return switch (event) {
            case DocumentEntered entered -> new Document(entered, entered.standing());
            case DocumentMoved moved ->
                state instanceof Document document ? new Document(document.entered(), moved.standing()) : state;
        };
    }
}
