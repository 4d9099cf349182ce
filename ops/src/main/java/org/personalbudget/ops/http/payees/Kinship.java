package org.personalbudget.ops.http.payees;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.personalbudget.ledger.terms.Relationship;

/**
 * Reads how a payee is related to the person out of words such as "son, same household", "wife" or "sister's husband".
 * Only words that are nothing but kinship are read so; whoever is called Mr Son is not.
 *
 * <p>The relatives are those of regulation 3(3) of SI 2014/2871: parent or parent-in-law, son or daughter, son-in-law or
 * daughter-in-law, step-parent, step-son or step-daughter, brother or sister, aunt or uncle, grandparent, and the spouse,
 * civil partner or partner of any of them; with grandchildren, nieces and nephews to be asked about rather than missed.
 */
record Kinship(Relationship relationship, boolean sameHousehold) {

    private static final Set<String> SPOUSES = Set.of("spouse", "husband", "wife", "civil partner");
    private static final Set<String> PARTNERS = Set.of("partner");
    private static final String RELATIVE = "(?:step)?"
            + "(?:grand)?(?:parent|mother|father|mum|dad|child|son|daughter|brother|sister|aunt|uncle|niece|nephew)"
            + "(?: in law)?";
    private static final String POSSESSIVE = "(?:(?:the|his|her|their|my|person's) )?";
    private static final Pattern RELATIVES = Pattern.compile(RELATIVE);
    private static final Pattern THEIR_PARTNERS =
            Pattern.compile(RELATIVE + "'s (?:spouse|husband|wife|civil partner|partner)"
                    + "|(?:spouse|husband|wife|civil partner|partner) of (?:the |a )?" + RELATIVE);
    private static final Pattern PHRASE = Pattern.compile(
            POSSESSIVE + "(.+?)" + "(?:[,;]? (?:\\()?((?:living |lives )?(?:in )?(?:the )?same household)(?:\\))?)?");

    static Optional<Kinship> read(String text) {
        String plain = text.strip()
                .toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'')
                .replaceAll("[.]$", "")
                .replaceAll("step[- ]", "step")
                .replace("-", " ")
                .replaceAll("\\s+", " ")
                .replace(" ,", ",");
        Matcher phrase = PHRASE.matcher(plain);
        if (!phrase.matches()) return Optional.empty();
        boolean sameHousehold = phrase.group(2) != null;
        return relationshipOf(phrase.group(1)).map(relationship -> new Kinship(relationship, sameHousehold));
    }

    private static Optional<Relationship> relationshipOf(String word) {
        if (SPOUSES.contains(word)) return Optional.of(Relationship.SPOUSE);
        if (PARTNERS.contains(word)) return Optional.of(Relationship.PARTNER);
        if (RELATIVES.matcher(word).matches() || THEIR_PARTNERS.matcher(word).matches()) {
            return Optional.of(Relationship.RELATIVE);
        }
        return Optional.empty();
    }
}
