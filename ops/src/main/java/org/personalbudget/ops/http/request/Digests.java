package org.personalbudget.ops.http.request;

/** The ledger's keyed digest of words, which a note holds in place of them. */
@FunctionalInterface
public interface Digests {

    String of(String words);
}
