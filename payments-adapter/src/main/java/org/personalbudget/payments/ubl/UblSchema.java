package org.personalbudget.payments.ubl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.Validator;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The schema of a document, whose faults know their place. */
final class UblSchema {

    /** By this the JDK's validator says at which element it is. */
    private static final String CURRENT = "http://apache.org/xml/properties/dom/current-element-node";

    /** A message starts with the constraint of the XML Schema specification that does not hold. */
    private static final Pattern CONSTRAINT = Pattern.compile("([A-Za-z0-9.-]+): (.*)", Pattern.DOTALL);

    private final Supplier<? extends Schema> schema;

    UblSchema(Supplier<? extends Schema> schema) {
        this.schema = schema;
    }

    List<RuleBroken> brokenBy(UblNode document) {
        Validator validator = schema.get().newValidator();
        Faults faults = new Faults(validator, document);
        validator.setErrorHandler(faults);
        try {
            validator.validate(new DOMSource(document.element().getOwnerDocument()));
        } catch (SAXException e) {
            throw new IllegalStateException("faults are collected, not thrown", e);
        } catch (IOException e) {
            throw new UncheckedIOException("a document in memory was not read", e);
        }
        return faults.broken;
    }

    private static final class Faults implements ErrorHandler {

        private final Validator validator;
        private final UblNode document;
        private final List<RuleBroken> broken = new ArrayList<>();

        Faults(Validator validator, UblNode document) {
            this.validator = validator;
            this.document = document;
        }

        @Override
        public void error(SAXParseException fault) {
            Matcher told = CONSTRAINT.matcher(String.valueOf(fault.getMessage()));
            boolean named = told.matches();
            broken.add(new RuleBroken(
                    named ? told.group(1) : "schema",
                    named ? shortened(told.group(2)) : String.valueOf(fault.getMessage()),
                    here().place()));
        }

        private UblNode here() {
            try {
                return validator.getProperty(CURRENT) instanceof Element at ? new UblNode(at) : document;
            } catch (SAXException _) {
                return document;
            }
        }

        private static String shortened(String text) {
            return text.replaceAll("\"" + Pattern.quote(UblDocuments.UBL) + "[A-Za-z]+-2\":", "");
        }

        @Override
        public void fatalError(SAXParseException fault) {
            error(fault);
        }

        @Override
        public void warning(SAXParseException fault) {
            // A document with warnings is as the schema wants it.
        }
    }
}
