package org.personalbudget.ops.security;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.personalbudget.ledger.kernel.Role;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Two users of each role, named after it, all with one password: for an embedded database, and nowhere else. */
final class DemoUsers {

    static final String PASSWORD = "demo";

    private static final Map<String, Role> NAMES = names();

    private DemoUsers() {}

    static List<LedgerUser> all(String password, PasswordEncoder encoder) {
        String hash = encoder.encode(password);
        if (hash == null) throw new IllegalArgumentException("the demo users need a password");
        List<LedgerUser> users = new ArrayList<>();
        NAMES.forEach((name, role) -> {
            for (String each : List.of(name, name + "-2")) {
                users.add(new LedgerUser(each, Caller.of(each, Set.of(role), each), hash));
            }
        });
        return users;
    }

    static Set<String> firstNames() {
        return NAMES.keySet();
    }

    private static Map<String, Role> names() {
        Map<String, Role> names = new LinkedHashMap<>();
        names.put("practitioner", Role.PRACTITIONER);
        names.put("approver", Role.APPROVER);
        names.put("panel", Role.PANEL);
        names.put("contributions-officer", Role.CONTRIBUTIONS_OFFICER);
        names.put("payments-officer", Role.PAYMENTS_OFFICER);
        names.put("payments-approver", Role.PAYMENTS_APPROVER);
        names.put("invoice-officer", Role.INVOICE_OFFICER);
        names.put("reconciler", Role.RECONCILER);
        names.put("controller", Role.FINANCE_CONTROLLER);
        names.put("provider", Role.PROVIDER);
        names.put("holder", Role.ACCOUNT_HOLDER);
        names.put("auditor", Role.AUDITOR);
        names.put("admin", Role.ADMIN);
        return names;
    }
}
