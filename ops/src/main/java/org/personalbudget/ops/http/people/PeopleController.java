package org.personalbudget.ops.http.people;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.register.Register;
import org.personalbudget.ledger.register.RegisterEntry.Person;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ops.http.problem.Problem;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.ops.http.request.Fields;
import org.personalbudget.ops.http.view.Sight;
import org.personalbudget.ops.security.Caller;
import org.personalbudget.ops.security.Open;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Who the references of events stand for. This is the register, not the ledger: it can be changed and erased, and nothing
 * here is an event. Putting a person twice is putting them once, so no key is needed.
 */
@Tag(name = "People")
@RestController
@RequestMapping("/api/v1/people/{personRef}")
public final class PeopleController {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_CONTACT = 500;

    private final Register register;

    PeopleController(Register register) {
        this.register = register;
    }

    @Operation(summary = "Put a person into the register", description = "Replaces what was there.")
    @PutMapping
    @Open(to = Role.PRACTITIONER)
    PersonAnswer put(@PathVariable String personRef, @RequestBody PersonRequest body) {
        PersonRef ref = ref(personRef);
        Fields fields = Fields.ofBody();
        Person person = new Person(
                ref,
                fields.text("name", body.name, LONGEST_NAME),
                fields.optionalText("contact", body.contact, LONGEST_CONTACT));
        fields.verify();
        register.put(person);
        return PersonAnswer.of(person);
    }

    @Operation(summary = "Who a reference stands for")
    @GetMapping
    @Open(toCouncil = true, to = Role.ACCOUNT_HOLDER)
    PersonAnswer get(@PathVariable String personRef, Caller caller) {
        PersonRef ref = ref(personRef);
        if (caller.isOutside() && !ref.value().equals(caller.ref())) throw Sight.notYours("person");
        Person person = register.people(List.of(ref)).get(ref);
        if (person == null) {
            throw new ProblemException(
                    Problem.of(404, "unknown-person", "The register knows nobody as " + ref + ", or no longer."));
        }
        return PersonAnswer.of(person);
    }

    @Operation(
            summary = "Erase a person",
            description = "Their name and contact, and every word that was written about them. Events keep their"
                    + " references and stay as they were.")
    @DeleteMapping
    @Open(to = Role.ADMIN)
    ErasedAnswer erase(@PathVariable String personRef) {
        return new ErasedAnswer(register.erase(ref(personRef)));
    }

    private static PersonRef ref(String given) {
        Fields fields = Fields.ofParameters();
        PersonRef ref = new PersonRef(fields.code("personRef", given));
        fields.verify();
        return ref;
    }

    @Schema(name = "PutPerson")
    record PersonRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String name,

            @Nullable String contact) {}

    @Schema(name = "Person")
    record PersonAnswer(
            PersonRef personRef, String name, @Nullable String contact) {
        static PersonAnswer of(Person it) {
            return new PersonAnswer(it.ref(), it.name(), it.contact());
        }
    }

    /** @param erased how many entries there were */
    @Schema(name = "Erased")
    record ErasedAnswer(int erased) {}
}
