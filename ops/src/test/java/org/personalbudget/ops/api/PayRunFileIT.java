package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.axon.Answer;
import org.personalbudget.ledger.axon.LedgerGateway;
import org.personalbudget.ledger.axon.Request;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.payrun.Candidate;
import org.personalbudget.ledger.payrun.PayRunCommand.AddToPayRun;
import org.personalbudget.ledger.payrun.PayRunCommand.BuildPayRun;
import org.personalbudget.ledger.payrun.PayRunCommand.ClosePayRun;
import org.personalbudget.ledger.payrun.PayRunItem;
import org.personalbudget.ledger.payrun.PayRunKind;
import org.personalbudget.ledger.payrun.Payer;
import org.personalbudget.ledger.payrun.PaymentFile;
import org.personalbudget.ledger.payrun.PaymentOrder;
import org.personalbudget.ledger.register.Register;
import org.personalbudget.ledger.terms.PayRunId;
import org.personalbudget.ops.api.RunningLedger.Year;
import org.personalbudget.ops.http.payruns.OtherFiles;
import org.personalbudget.ops.http.payruns.PayRunFiles;
import org.personalbudget.ops.http.payruns.PayRunShown;
import org.personalbudget.ops.http.payruns.PaymentFiles;
import org.personalbudget.payments.bacs.BacsCalendar;
import org.personalbudget.payments.bacs.BacsStandard18;
import org.personalbudget.payments.iso20022.Pain001;
import org.personalbudget.projections.payruns.BankDetailsQuery;
import org.personalbudget.projections.payruns.DueQuery;
import org.personalbudget.projections.payruns.PayRunQuery;
import org.personalbudget.projections.reader.LiveReader;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** The files of a run of several parts: made while they are sent, the same bytes each time, and never half of one. */
class PayRunFileIT {

    private static final int PAYMENTS = 42;
    private static final int IN_A_PART = 7;
    private static final RunningLedger ledger = RunningLedger.ofItsOwn();
    private static final Year YEAR = new Year(2025);
    private static final LocalDate TODAY = LocalDate.parse("2025-05-29");
    private static final PayRunId RUN = new PayRunId(UUID.randomUUID());

    @AfterAll
    static void close() {
        ledger.close();
    }

    @BeforeAll
    static void aRunOfSeveralParts() throws InterruptedException {
        var budget = new DirectPayment(
                ledger, YEAR.starts(), "310.00", "12.5", "22.00", "275.00", "35.00", DirectPayment.allFrom("LA"));
        String account = budget.account("GROSS", YEAR.starts());
        new PayRuns(ledger).details(budget.path() + "/accounts/" + account, PayRuns.NUMBER, TODAY);
        for (int i = 1; i <= PAYMENTS; i++) oneOff(budget, i);
        LocalDate dueBy = YEAR.period(3).first();
        send(new BuildPayRun(
                RUN,
                PayRunKind.CATCH_UP,
                dueBy,
                null,
                ledger.bean(BacsCalendar.class).datesFor(dueBy)));
        int parts = add(dueBy);
        send(new ClosePayRun(RUN));
        assertThat(parts).isEqualTo(PAYMENTS / IN_A_PART);
        String hash =
                ledger.as("payments-officer").get("/pay-runs/" + RUN).granted().text("/hash");
        ledger.as("payments-approver")
                .post("/pay-runs/" + RUN + "/approval", "hash", hash)
                .granted();
    }

    private static void oneOff(DirectPayment budget, int pounds) {
        ledger.as("payments-officer")
                .post(
                        budget.path() + "/instalments",
                        "period",
                        YEAR.period(2).id().toString(),
                        "kind",
                        "ONE_OFF",
                        "amount",
                        pounds + ".00",
                        "purpose",
                        "Something")
                .granted();
    }

    private static int add(LocalDate dueBy) throws InterruptedException {
        ledger.bean(LiveReader.class).awaitHead(Duration.ofSeconds(20));
        long through = 0;
        int number = 0;
        for (int part = 1; ; part++) {
            List<Candidate> page = ledger.bean(DueQuery.class)
                    .candidates(PayRunKind.CATCH_UP, dueBy, TODAY, Instant.now(), RUN.value(), through, IN_A_PART);
            if (page.isEmpty()) return part - 1;
            List<PayRunItem> items = new ArrayList<>();
            for (Candidate each : page) items.add(each.item(++number));
            through = page.getLast().position();
            send(new AddToPayRun(RUN, part, items, List.of(), through));
        }
    }

    private static void send(Command command) {
        Answer answer = ledger.bean(LedgerGateway.class)
                .send(Request.once(command, new ActorId("demo-officer"), Set.of(Role.PAYMENTS_OFFICER)))
                .join();
        assertThat(answer).isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void theBytesAreThoseOfAFileThatIsHeldAsAWhole() throws Exception {
        var run = ledger.bean(PayRunQuery.class).find(RUN).orElseThrow();
        PaymentFile streamed = ledger.bean(PaymentFiles.class).of(run);
        List<PaymentOrder> orders = new ArrayList<>();
        streamed.orders().forEach(orders::add);
        PaymentFile held =
                PaymentFile.of(streamed.id(), streamed.createdAt(), streamed.payOn(), streamed.payer(), orders);
        var pain = new ByteArrayOutputStream();
        var bacs = new ByteArrayOutputStream();
        Pain001.write(held, pain);
        ledger.bean(BacsStandard18.class).write(held, bacs);

        assertThat(orders).hasSize(PAYMENTS);
        for (int i = 0; i < 2; i++) {
            Reply first = ledger.as("payments-officer").get("/pay-runs/" + RUN + "/file?format=pain.001");
            Reply second = ledger.as("payments-officer").get("/pay-runs/" + RUN + "/file?format=bacs18");
            assertThat(first.granted().body()).isEqualTo(pain.toString(StandardCharsets.UTF_8));
            assertThat(second.granted().body()).isEqualTo(bacs.toString(StandardCharsets.US_ASCII));
            assertThat(first.header("Content-Type")).startsWith("application/xml");
            assertThat(first.header("Content-Length")).isEqualTo(Integer.toString(pain.size()));
            assertThat(first.header("Content-Disposition")).contains("pay-run-" + RUN + ".xml");
        }
    }

    /** What is wrong with a file is found before anything of it is sent. */
    @Test
    void aReadingThatFailsAtOnceIsAProblem() {
        publish("/api/v1/pay-runs/{runId}/never", failingAt(5));

        ledger.as("payments-officer")
                .get("/pay-runs/" + RUN + "/never?format=bacs18")
                .refused(500, "internal-error");
    }

    @Test
    void aReadingThatFailsWhileItIsSentLeavesTheClientWithLessThanItWasTold() throws IOException {
        int parts = PAYMENTS / IN_A_PART;
        publish("/api/v1/pay-runs/{runId}/half", failingAt(parts + parts - 1));
        publish("/api/v1/pay-runs/{runId}/nothing", failingAt(parts + 1));

        Throwable told =
                catchThrowable(() -> ledger.as("payments-officer").get("/pay-runs/" + RUN + "/half?format=pain.001"));
        assertThat(told).hasRootCauseInstanceOf(IOException.class).hasMessageContaining("bytes");
        String half = raw("/api/v1/pay-runs/" + RUN + "/nothing?format=bacs18");
        assertThat(half).startsWith("HTTP/1.1 200").contains("Content-Length: ").doesNotContain("UTL1", "urn:");
    }

    /** Whatever the server sends until it closes the connection, as an old client would take it. */
    private static String raw(String path) throws IOException {
        String who = Base64.getEncoder().encodeToString("payments-officer:demo".getBytes(StandardCharsets.UTF_8));
        String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic " + who + "\r\n\r\n";
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), ledger.uri("/").getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return until(socket.getInputStream());
        }
    }

    private static String until(InputStream end) throws IOException {
        var bytes = new ByteArrayOutputStream();
        byte[] some = new byte[8192];
        try {
            for (int read = end.read(some); read >= 0; read = end.read(some)) bytes.write(some, 0, read);
        } catch (EOFException | SocketException reset) {
            // Broken off, which is what is wanted.
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** The same files over a register that is lost when it is asked for accounts for that time. */
    private static PayRunFiles failingAt(int time) {
        Register real = ledger.bean(Register.class);
        AtomicInteger times = new AtomicInteger();
        Register failing = (Register) Proxy.newProxyInstance(
                Register.class.getClassLoader(), new Class<?>[] {Register.class}, (_, method, given) -> {
                    boolean accounts = method.getName().equals("bankDetails") && given[0] instanceof Collection<?>;
                    if (accounts && times.incrementAndGet() >= time) throw new IllegalStateException("lost");
                    try {
                        return method.invoke(real, given);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        PaymentFiles files = new PaymentFiles(
                ledger.bean(PayRunQuery.class), ledger.bean(BankDetailsQuery.class), failing, ledger.bean(Payer.class));
        return OtherFiles.of(ledger.bean(PayRunShown.class), files, ledger.bean(BacsStandard18.class));
    }

    private static void publish(String path, PayRunFiles files) {
        Method method = Arrays.stream(PayRunFiles.class.getDeclaredMethods())
                .filter(each -> each.isAnnotationPresent(GetMapping.class))
                .findFirst()
                .orElseThrow();
        var info = RequestMappingInfo.paths(path)
                .methods(RequestMethod.GET)
                .options(ledger.mappings().getBuilderConfiguration())
                .build();
        ledger.mappings().registerMapping(info, files, method);
    }
}
