package org.personalbudget.ops.http;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BatchId;
import org.personalbudget.ledger.terms.FileDigest;
import org.personalbudget.ledger.terms.InvoiceNumber;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ledger.terms.SupplierRef;
import org.personalbudget.ops.http.problem.Problem;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.StrictJson;
import org.personalbudget.ops.http.view.FromProjections;
import org.personalbudget.ops.http.view.Page;
import org.personalbudget.ops.security.Caller;
import org.personalbudget.projections.AsOf;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

/** The API as OpenAPI describes it, at {@code /v3/api-docs}: with what every request and every answer have in common. */
@Configuration(proxyBeanMethods = false)
public class OpenApiDescription {

    private static final Map<String, String> REFUSALS = Map.of(
            "400", "The request cannot be read: the problem names the field and the rule.",
            "401", "Nobody is signed in.",
            "403", "The role, or the person, may not do this.",
            "404", "What the request names does not exist.",
            "409", "It has been done already, or the state rules it out.",
            "422", "A rule is not met: the problem holds the figures.",
            "503", "Not just now; the same request may be sent again.");

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Call.class, Caller.class, AsOf.class, Page.class);
        StrictJson.TEXTS.forEach(type -> SpringDocUtils.getConfig().replaceWithSchema(type, schemaOf(type)));
    }

    private static Schema<?> schemaOf(Class<?> type) {
        StringSchema text = new StringSchema();
        if (type == Money.class) {
            text.example("1240.00").pattern("^-?(0|[1-9][0-9]*)\\.[0-9]{2}$").description("Pounds with two decimals.");
        } else if (type == PeriodId.class) {
            text.example("2025-P03").description("The year the financial year starts in, and the period.");
        } else if (!List.of(
                        BatchId.class,
                        FileDigest.class,
                        InvoiceNumber.class,
                        LineId.class,
                        OutcomeId.class,
                        PersonRef.class,
                        SupplierRef.class)
                .contains(type)) {
            text.format("uuid");
        }
        return text;
    }

    @Bean
    OpenAPI ledgerApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Personal-budget ledger")
                        .version("v1")
                        .description("Allocate, plan, pay and account for personal budgets. Money is a string with two"
                                + " decimals, a date is ISO 8601, and a field that is not described here is refused."
                                + " Every change takes an Idempotency-Key and answers with the Ledger-Position at which it"
                                + " was recorded; a view asked with ?after= that position has seen it."))
                .components(new Components()
                        .addSecuritySchemes(
                                "basic",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic"))
                        .addSecuritySchemes(
                                "bearer",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")))
                .addSecurityItem(new SecurityRequirement().addList("basic"))
                .addSecurityItem(new SecurityRequirement().addList("bearer"));
    }

    @Bean
    OpenApiCustomizer problems() {
        return api -> {
            ModelConverters.getInstance(true).read(Problem.class).forEach(api.getComponents()::addSchemas);
            api.getComponents().setSchemas(new TreeMap<>(api.getComponents().getSchemas()));
        };
    }

    @Bean
    OperationCustomizer everyOperation() {
        return (operation, method) -> {
            REFUSALS.forEach((status, why) -> operation.getResponses().addApiResponse(status, problem(why)));
            if (takes(method, Call.class)) change(operation);
            if (method.getBeanType().isAnnotationPresent(FromProjections.class)) {
                operation.addParametersItem(query(
                        "after",
                        new IntegerSchema().format("int64"),
                        "Wait, at most 5 s, until this position is read."));
            }
            if (takes(method, AsOf.class)) dates(operation);
            if (takes(method, Page.class)) page(operation);
            return operation;
        };
    }

    private static boolean takes(HandlerMethod method, Class<?> type) {
        return Arrays.asList(method.getMethod().getParameterTypes()).contains(type);
    }

    private static ApiResponse problem(String why) {
        Schema<?> schema = new Schema<>().$ref("#/components/schemas/Problem");
        return new ApiResponse()
                .description(why)
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
    }

    private static void change(Operation operation) {
        operation.addParametersItem(new HeaderParameter()
                .name("Idempotency-Key")
                .required(true)
                .description("A text of your own: new for each change, the same when you repeat one.")
                .schema(new StringSchema().maxLength(128)));
        Header position = new Header()
                .description("Where in the ledger the answer was recorded.")
                .schema(new IntegerSchema().format("int64"));
        operation.getResponses().forEach((status, response) -> {
            if (status.startsWith("2")) response.addHeaderObject("Ledger-Position", position);
        });
    }

    private static void dates(Operation operation) {
        named(
                operation,
                query("effective", new StringSchema().format("date"), "Count what took effect up to this day; today."));
        named(
                operation,
                query("known", new StringSchema().format("date-time"), "As it was known at this instant; now."));
    }

    private static void page(Operation operation) {
        named(operation, query("limit", new IntegerSchema(), "How many at most, from 1 to 1000; 100."));
        named(operation, query("cursor", new StringSchema(), "The nextCursor of the page before."));
    }

    private static void named(Operation operation, Parameter parameter) {
        List<Parameter> given = operation.getParameters();
        if (given != null) given.removeIf(each -> each.getName().equals(parameter.getName()));
        operation.addParametersItem(parameter);
    }

    private static Parameter query(String name, Schema<?> schema, String description) {
        return new QueryParameter().name(name).schema(schema).description(description);
    }
}
