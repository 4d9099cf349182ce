package org.personalbudget.ops.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.personalbudget.ledger.budget.BudgetCommand;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.Feature;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.policy.PolicyCommand;
import org.personalbudget.ledger.supplier.SupplierCommand;

class PermitsTest {

    static Stream<Class<? extends Command>> everyCommand() {
        return Stream.<Class<? extends Command>>of(BudgetCommand.class, SupplierCommand.class, PolicyCommand.class)
                .flatMap(family -> Feature.membersOf(family).stream());
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void everyCommandTellsItsRolesBeforeThereIsOne(Class<? extends Command> kind) {
        assertThat(Permits.OF.get(kind)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void anAuditorMayAskForNothing(Class<? extends Command> kind) {
        assertThat(Permits.OF.get(kind)).doesNotContain(Role.AUDITOR);
    }
}
