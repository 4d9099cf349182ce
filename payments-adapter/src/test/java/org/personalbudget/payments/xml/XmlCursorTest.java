package org.personalbudget.payments.xml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.FileUnreadable.Fault;

class XmlCursorTest {

    private static final XmlLimits LIMITS = new XmlLimits(1 << 20, 8, 200, 100);
    private static final XmlShape SHAPE = XmlShape.of("""
            doc: message!
            message: head! item* foot
            """);

    @Test
    void elementsAreFoundByTheirPathsAndKnowTheirPlaces() throws FileUnreadable {
        XmlCursor xml = open("<doc><message><head> a &amp; b </head>\n<item><n k='v'>1</n></item>\n"
                + "<item><n>2</n></item></message></doc><!-- the end -->");

        assertThat(xml.next()).isEqualTo("message");
        assertThat(xml.next()).isEqualTo("head");
        assertThat(xml.element().text()).isEqualTo("a & b");
        assertThat(xml.next()).isEqualTo("item");
        assertThat(xml.element().require("n").attribute("k")).isEqualTo("v");
        assertThat(xml.next()).isEqualTo("item");
        XmlElement second = xml.element();
        assertThat(second.textAt("n")).isEqualTo("2");
        assertThat(second.textAt("m/n")).isNull();
        assertThat(second.require("n").path()).isEqualTo("item[2]/n[1]");
        assertThat(second.unreadable(Fault.MISSING, "x").place()).isEqualTo("line 3, item[2]");
        assertThat(xml.next()).isNull();
        assertThat(xml.next()).isNull();
        xml.end();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <doc><message><head>a</head>                                     | TRUNCATED  | line 1, message
            <doc><message><head>a</hea></message></doc>                      | MALFORMED  | line 1, head[1]
            <doc><message><head>a</head></message></doc>x                    | MALFORMED  | line 1, doc
            <doc><message><head>a</head></message></doc><doc/>               | MALFORMED  | line 1, doc
            <doc><message><head>a</head>words</message></doc>                | MALFORMED  | line 1, message
            <doc><message><head>a<b/>c</head></message></doc>                | MALFORMED  | line 1, head[1]
            <doc><message><item/></message></doc>                            | MISSING    | line 1, message
            <doc><message><head/><foot/><item/></message></doc>              | ORDER      | line 1, item[1]
            <doc><message><head/><head/></message></doc>                     | ORDER      | line 1, head[2]
            <doc><message><head/><other/></message></doc>                    | ORDER      | line 1, other[1]
            <doc><message><head/><item xmlns='urn:x'/></message></doc>       | ORDER      | line 1, {urn:x}item[1]
            <!DOCTYPE doc><doc><message><head/></message></doc>              | DOCTYPE    | line 1, the start
            <doc><message><head>&own;</head></message></doc>                 | DOCTYPE    | line 1, head[1]
            <?xml version='1.0' encoding='ISO-8859-1'?><doc/>                | ENCODING   | line 1, the start
            <?xml version='1.1'?><doc><message><head/></message></doc>       | UNKNOWN_FORMAT | line 1, the start
            {"not": "xml"}                                                   | MALFORMED  | line 1, the start
            """)
    void whatIsWrongIsNamedWithItsPlace(String text, Fault fault, String place) {
        FileUnreadable refused = refused(text.strip().getBytes(UTF_8));

        assertThat(refused.fault()).isEqualTo(fault);
        assertThat(refused.place()).isEqualTo(place);
    }

    @Test
    void bytesThatAreNoUtf8AreRefusedWithTheirLine() {
        assertThat(refused("<doc>\n\n<message>é</message></doc>".getBytes(ISO_8859_1)))
                .returns(Fault.ENCODING, FileUnreadable::fault)
                .returns("line 3", FileUnreadable::place);
        assertThat(refused("<doc/>".getBytes(UTF_16)).fault()).isEqualTo(Fault.ENCODING);
    }

    @Test
    void anEmptyFileIsSaidToBeEmpty() {
        assertThat(refused(new byte[0]).fault()).isEqualTo(Fault.EMPTY);
        assertThat(refused("\uFEFF \n".getBytes(UTF_8)).fault()).isEqualTo(Fault.EMPTY);
    }

    @Test
    void sizeDepthAndLengthAreBounded() {
        assertThat(refused(new byte[(1 << 20) + 1]).fault()).isEqualTo(Fault.TOO_LARGE);
        assertThat(refused(("<doc><message><head>" + "<a>".repeat(1_000)).getBytes(UTF_8))
                        .fault())
                .isEqualTo(Fault.TOO_DEEP);
        assertThat(refused(message("<head>" + "x".repeat(101) + "</head>")).fault())
                .isEqualTo(Fault.TOO_LARGE);
        assertThat(refused(message("<head><a b='" + "x".repeat(101) + "'/></head>"))
                        .fault())
                .isEqualTo(Fault.TOO_LARGE);
        assertThat(refused(message("<head/>" + "<item/>".repeat(200))).fault()).isEqualTo(Fault.TOO_LARGE);
        assertThat(refused(message("<head " + names(1_000) + "/>")).fault()).isEqualTo(Fault.TOO_LARGE);
    }

    @Test
    void entitiesNeverExpand() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE doc [<!ENTITY e0 'boom'>");
        for (int i = 1; i < 30; i++) {
            String two = "&e" + (i - 1) + ";";
            bomb.append("<!ENTITY e")
                    .append(i)
                    .append(" '")
                    .append(two.repeat(10))
                    .append("'>");
        }
        bomb.append("]><doc><message><head>&e29;</head></message></doc>");

        long before = System.nanoTime();
        assertThat(refused(bomb.toString().getBytes(UTF_8)).fault()).isEqualTo(Fault.DOCTYPE);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void nothingIsFetched() throws IOException {
        try (ServerSocket trap = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + trap.getLocalPort() + "/x.dtd";
            FileUnreadable refused = refused(("<!DOCTYPE doc SYSTEM '" + url + "' [<!ENTITY % p SYSTEM '" + url
                            + "'> %p;]><doc><message><head/></message></doc>")
                    .getBytes(UTF_8));

            assertThat(refused.fault()).isEqualTo(Fault.DOCTYPE);
            trap.setSoTimeout(50);
            assertThat(catchThrowableOfType(IOException.class, trap::accept)).isNotNull();
        }
    }

    @Test
    void aRefusalNeverQuotesTheFile() {
        assertThat(refused(message("<head>Secret</hea>"))).message().doesNotContain("Secret");
        assertThat(refused(message("<head>Secret"))).message().doesNotContain("Secret");
    }

    private static String names(int count) {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < count; i++) attributes.append("a").append(i).append("='' ");
        return attributes.toString();
    }

    private static byte[] message(String inside) {
        return ("<doc><message>" + inside + "</message></doc>").getBytes(UTF_8);
    }

    private static XmlCursor open(String text) throws FileUnreadable {
        return XmlCursor.open(text.getBytes(UTF_8), LIMITS, SHAPE);
    }

    private static FileUnreadable refused(byte[] file) {
        FileUnreadable refused = catchThrowableOfType(FileUnreadable.class, () -> {
            XmlCursor xml = XmlCursor.open(file, LIMITS, SHAPE);
            xml.next();
            for (String name = xml.next(); name != null; name = xml.next()) xml.element();
            xml.next();
            xml.end();
        });
        assertThat(refused).isNotNull();
        return refused;
    }
}
