package org.personalbudget.ops.security;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.Role;

/**
 * The roles that may ask for a kind of command, before there is a command of that kind. {@link Command#permitted()}
 * depends on nothing but the kind, so a blank one answers for all.
 */
final class Permits {

    private Permits() {}

    static final ClassValue<Set<Role>> OF = new ClassValue<>() {
        @Override
        protected Set<Role> computeValue(Class<?> kind) {
            return blank(kind.asSubclass(Command.class)).permitted();
        }
    };

    private static Command blank(Class<? extends Command> kind) {
        RecordComponent[] components = kind.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<? extends Command> constructor = kind.getDeclaredConstructor(types);
            return constructor.newInstance(
                    Arrays.stream(types).map(Permits::nothing).toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a command is a public record that checks nothing: " + kind, e);
        }
    }

    private static @Nullable Object nothing(Class<?> type) {
        if (type == int.class) return 0;
        if (type == long.class) return 0L;
        if (type == boolean.class) return false;
        if (type == List.class) return List.of();
        if (type == Set.class) return Set.of();
        return null;
    }
}
