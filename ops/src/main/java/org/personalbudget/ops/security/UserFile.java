package org.personalbudget.ops.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.personalbudget.ledger.kernel.Role;

/**
 * Users in a file, one a line: {@code name:bcrypt hash:role,role:reference}, the reference only for a provider or a
 * holder. {@code #} starts a comment. A line that is not understood stops the start: nobody is let in by half a line.
 */
final class UserFile {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$(\\d\\d)\\$[./A-Za-z0-9]{53}");
    private static final int LEAST_COST = 10;

    private UserFile() {}

    static List<LedgerUser> read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new NoWayToSignIn("The user file " + file + " cannot be read: " + e.getMessage());
        }
        List<LedgerUser> users = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) continue;
            LedgerUser user = userOf(line, "Line " + (i + 1) + " of the user file " + file);
            if (!names.add(user.getUsername())) {
                throw new NoWayToSignIn("The user file " + file + " names " + user.getUsername() + " twice.");
            }
            users.add(user);
        }
        if (users.isEmpty()) throw new NoWayToSignIn("The user file " + file + " names no user.");
        return users;
    }

    private static LedgerUser userOf(String line, String where) {
        String[] parts = line.split(":", -1);
        if (parts.length < 3 || parts.length > 4) {
            throw new NoWayToSignIn(where + " is not name:bcrypt hash:role,role or that with :reference.");
        }
        if (!NAME.matcher(parts[0]).matches()) throw new NoWayToSignIn(where + " has no proper user name.");
        var hash = BCRYPT.matcher(parts[1]);
        if (!hash.matches() || Integer.parseInt(hash.group(1)) < LEAST_COST) {
            throw new NoWayToSignIn(where + " has no bcrypt hash of cost " + LEAST_COST + " or more.");
        }
        String ref = parts.length == 4 && !parts[3].isBlank() ? parts[3] : parts[0];
        return new LedgerUser(parts[0], Caller.of(parts[0], rolesOf(parts[2], where), ref), parts[1]);
    }

    private static Set<Role> rolesOf(String names, String where) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : names.split(",", -1)) {
            try {
                roles.add(Role.valueOf(name.strip().toUpperCase(Locale.ROOT).replace('-', '_')));
            } catch (IllegalArgumentException e) {
                throw new NoWayToSignIn(where + " names a role that does not exist: " + name + ".");
            }
        }
        if (roles.contains(Role.SYSTEM)) throw new NoWayToSignIn(where + " names SYSTEM, which is the ledger itself.");
        return roles;
    }
}
